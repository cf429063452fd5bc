package chat.letstalk.page.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web site that sends byte by byte what a test wants, and knows who is still there. */
public final class RawSite implements AutoCloseable {

  /** Sends to one caller, until the caller has had enough. */
  @FunctionalInterface
  public interface Sender {
    void send(OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger callers = new AtomicInteger();

  private RawSite(ServerSocket socket) {
    this.socket = socket;
  }

  public static RawSite open(Sender sender) {
    try {
      RawSite site = new RawSite(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      site.threads.execute(() -> site.accept(sender));
      return site;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(Sender sender) {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        callers.incrementAndGet();
        threads.execute(() -> serve(caller, sender));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket caller, Sender sender) {
    try (caller) {
      BufferedReader request =
          new BufferedReader(new InputStreamReader(caller.getInputStream(), ISO_8859_1));
      String line = request.readLine();
      while (line != null && !line.isEmpty()) {
        line = request.readLine();
      }
      sender.send(caller.getOutputStream());
    } catch (IOException hangUp) {
      return; // what a test wants to see
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      callers.decrementAndGet();
    }
  }

  /** How many connections are open. */
  public int callers() {
    return callers.get();
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/";
  }

  public int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
