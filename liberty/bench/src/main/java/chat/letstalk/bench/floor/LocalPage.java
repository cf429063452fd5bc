package chat.letstalk.bench.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.bench.BenchException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A site of this machine with one page, as long as those of newspapers, and no robots.txt. */
public final class LocalPage implements AutoCloseable {

  private static final int THREADS = 16;
  private static final int PARAGRAPHS = 300;
  private static final String PATH = "/page";
  private static final byte[] HTML =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Ships in the harbour</title>
      <meta property="og:title" content="Ships in the harbour">
      <meta property="og:image" content="https://pictures.example.com/ships.jpg">
      <link rel="stylesheet" href="/style.css"></head><body><main><h1>Ships</h1>
      %s</main></body></html>
      """
          .formatted(
              "<p class=\"text\">Three ships <a href=\"/ships\">came in</a> with the tide, laden with"
                  .concat(" timber, and two went out before noon.</p>\n")
                  .repeat(PARAGRAPHS))
          .getBytes(UTF_8);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private LocalPage(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", LocalPage::answer);
    server.start();
  }

  /** Opens it on any port. */
  public static LocalPage open() {
    // Otherwise an answer over a kept connection waits 40 ms for the caller's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      return new LocalPage(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256));
    } catch (IOException e) {
      throw new BenchException("A local page cannot be served: " + e.getMessage(), e);
    }
  }

  /** Where the page is. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  /** How long it is. */
  public int bytes() {
    return HTML.length;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().equals(PATH)) {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, HTML.length);
        exchange.getResponseBody().write(HTML);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
