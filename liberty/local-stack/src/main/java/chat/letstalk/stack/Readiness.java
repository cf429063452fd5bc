package chat.letstalk.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** How to see from outside that a server serves. */
@FunctionalInterface
interface Readiness {

  Duration PATIENCE = Duration.ofSeconds(2);

  boolean isReady();

  /** Somebody accepts connections. */
  static Readiness listening(int port) {
    return () -> {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), (int) PATIENCE.toMillis());
        return true;
      } catch (IOException notYet) {
        return false;
      }
    };
  }

  /** Somebody accepts connections and speaks first, as database and mail servers do. */
  static Readiness greeting(int port) {
    return () -> {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), (int) PATIENCE.toMillis());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket.getInputStream().read() >= 0;
      } catch (IOException notYet) {
        return false;
      }
    };
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
