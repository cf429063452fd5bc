package chat.letstalk.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports of this machine that nobody listens on. */
public final class FreePorts {

  private static final int TRIES = 200;

  private FreePorts() {}

  /** A free port that no client is given by the system before a server listens on it. */
  public static int one() {
    return row(1);
  }

  /** The first of so many free ports in a row, below the range that systems give to clients. */
  public static int row(int length) {
    for (int n = 0; n < TRIES; n++) {
      int first = ThreadLocalRandom.current().nextInt(10_000, 32_000 - length);
      if (IntStream.range(first, first + length).allMatch(FreePorts::isFree)) {
        return first;
      }
    }
    throw new StackException("No " + length + " free ports in a row on this machine.");
  }

  /** Whether a server may listen on this port of the loopback address. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
