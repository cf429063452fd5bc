package chat.letstalk.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** How to see from outside that a server serves. */
@FunctionalInterface
interface Readiness {

  Duration PATIENCE = Duration.ofSeconds(2);

  boolean isReady();

  /** What is said and heard over a connection. */
  @FunctionalInterface
  interface Conversation {
    boolean isGood(Socket socket) throws IOException;
  }

  private static Readiness on(int port, Conversation conversation) {
    return () -> {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), (int) PATIENCE.toMillis());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return conversation.isGood(socket);
      } catch (IOException notYet) {
        return false;
      }
    };
  }

  /** Somebody accepts connections. */
  static Readiness listening(int port) {
    return on(port, socket -> true);
  }

  /** Somebody accepts connections and speaks first, as database and mail servers do. */
  static Readiness greeting(int port) {
    return on(port, socket -> socket.getInputStream().read() >= 0);
  }

  /**
   * Somebody answers as one who serves.
   *
   * @param lines what is said to him; the last one has to make him hang up
   * @param answer what is among his answers when he serves
   */
  static Readiness replying(int port, List<String> lines, String answer) {
    byte[] said = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    return on(
        port,
        socket -> {
          socket.getOutputStream().write(said);
          byte[] answers = socket.getInputStream().readAllBytes();
          return new String(answers, StandardCharsets.UTF_8).contains(answer);
        });
  }

  /** The address answers 200. */
  static Readiness answering(URI address) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    return () -> {
      try {
        return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException notYet) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackException("Interrupted while waiting for " + address + ".", e);
      }
    };
  }
}
