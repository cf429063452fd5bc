package chat.letstalk.page.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web site on this machine; it remembers what it was asked. */
public final class Site implements AutoCloseable {

  /** A request as it came. */
  public record Request(String path, Map<String, List<String>> headers) {}

  private record Page(int status, Map<String, String> headers, byte[] body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  private Site(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().toString();
            requests.add(new Request(path, Map.copyOf(exchange.getRequestHeaders())));
            Page page = pages.getOrDefault(path, new Page(404, Map.of(), new byte[0]));
            page.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(
                page.status(), page.body().length == 0 ? -1 : page.body().length);
            exchange.getResponseBody().write(page.body());
          }
        });
    server.start();
  }

  /** A site on any port of 127.0.0.1. */
  public static Site open() {
    return openAt("127.0.0.1", 0);
  }

  /** A site at a certain address, as far as it is one of this machine. */
  public static Site openAt(String address, int port) {
    try {
      return new Site(HttpServer.create(new InetSocketAddress(address, port), 100));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The URL of a page at this site, by its address. */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Serves a page as UTF-8. */
  public Site page(String path, String html) {
    return page(path, "text/html; charset=utf-8", html.getBytes(UTF_8));
  }

  /** Serves whatever. */
  public Site page(String path, String contentType, byte[] body) {
    return answer(path, 200, Map.of("Content-Type", contentType), body);
  }

  /** Sends on to another URL. */
  public Site redirect(String path, int status, String location) {
    return answer(path, status, Map.of("Location", location), new byte[0]);
  }

  /** Serves whatever, in any way. */
  public Site answer(String path, int status, Map<String, String> headers, byte[] body) {
    pages.put(path, new Page(status, headers, body));
    return this;
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** How often a page was asked for. */
  public long requestsFor(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).count();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
