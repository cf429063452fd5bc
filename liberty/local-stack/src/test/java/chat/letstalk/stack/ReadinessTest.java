package chat.letstalk.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReadinessTest {

  @Test
  void who_listens_but_does_not_serve_yet_is_not_ready() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Readiness serving =
          Readiness.replying(server.getLocalPort(), List.of("PING", "QUIT"), "+PONG");

      assertThat(isReady(serving, server, "-LOADING\r\n")).isFalse();
      assertThat(isReady(serving, server, "+PONG\r\n")).isTrue();
    }
  }

  private static boolean isReady(Readiness readiness, ServerSocket server, String answer)
      throws IOException {
    server.setSoTimeout(10_000);
    CompletableFuture<Boolean> ready = CompletableFuture.supplyAsync(readiness::isReady);
    try (Socket caller = server.accept()) {
      assertThat(caller.getInputStream().readNBytes(12)).asString().isEqualTo("PING\r\nQUIT\r\n");
      caller.getOutputStream().write(answer.getBytes(UTF_8));
    }
    return ready.join();
  }
}
