package chat.letstalk.notification.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes keys over HTTP, as the authentication service does. */
final class KeyServer implements AutoCloseable {

  final AtomicInteger fetches = new AtomicInteger();
  private final HttpServer server;
  private volatile JWKSet keys;
  private volatile boolean broken;

  KeyServer(RSAKey... keys) {
    publish(keys);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          fetches.incrementAndGet();
          byte[] body = (broken ? "none" : this.keys.toString(true)).getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
  }

  void publish(RSAKey... published) {
    keys = new JWKSet(List.of(published));
    broken = false;
  }

  /** Answers with something else until keys are published again. */
  void breakDown() {
    broken = true;
  }

  URL address() {
    try {
      return new URL("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
