package chat.letstalk.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A web site on this machine, which people link to. It counts who looks at its pages. */
final class WebSite implements AutoCloseable {

  private record Page(int status, String contentType, String body) {}

  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, Integer> visits = new ConcurrentHashMap<>();
  private final HttpServer server;

  WebSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Puts a page there; its address. */
  String shows(String path, String html) {
    return answers(path, 200, "text/html; charset=utf-8", html);
  }

  String answers(String path, int status, String contentType, String body) {
    pages.put(path, new Page(status, contentType, body));
    return address(path);
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  int visitsOf(String path) {
    return visits.getOrDefault(path, 0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    visits.merge(path, 1, Integer::sum);
    Page page = pages.getOrDefault(path, new Page(404, "text/plain", "not here"));
    byte[] body = page.body().getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", page.contentType());
    exchange.sendResponseHeaders(page.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
