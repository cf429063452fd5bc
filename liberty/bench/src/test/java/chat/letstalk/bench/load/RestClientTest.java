package chat.letstalk.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestClientTest {

  private final Wire wire = new Wire();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Integer> clientPorts = ConcurrentHashMap.newKeySet();
  private HttpServer server;
  private RestClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/echo", exchange -> answer(exchange, 200));
    server.createContext("/busy", exchange -> answer(exchange, 429));
    server.start();
    client = new RestClient(wire, base(), 3);
  }

  @AfterEach
  void stop() {
    wire.close();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void every_call_gets_its_own_answer_over_a_few_connections() {
    List<String> answers =
        Batch.of(
            "Echoing", 200, 50, n -> client.send(RestCall.post("token", "/echo", "\"" + n + "\"")));
    assertThat(answers)
        .isEqualTo(
            IntStream.range(0, 200).mapToObj(n -> "POST \"" + n + "\" Bearer token null").toList());
    assertThat(clientPorts).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void nobody_calls_from_where_it_says() throws Exception {
    var answer = client.send(RestCall.anonymous("10.1.2.3", "/echo", "{}"));
    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("POST {} null 10.1.2.3");
  }

  @Test
  void anything_but_200_is_a_refusal_that_names_the_call() {
    assertThatThrownBy(() -> client.send(RestCall.get("/busy")).get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(RefusedException.class)
        .hasMessageContaining("GET /busy was answered with 429");
  }

  @Test
  void a_server_that_is_not_there_fails_every_call() {
    server.stop(0);
    for (int i = 0; i < 5; i++) {
      var answer = client.send(RestCall.get("/echo"));
      assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseInstanceOf(IOException.class);
    }
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange, int status) throws IOException {
    clientPorts.add(exchange.getRemoteAddress().getPort());
    String body =
        "%s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("X-Forwarded-For"));
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
