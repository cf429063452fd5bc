package chat.letstalk.lambda.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invocations over a socket, with answers as AWS Lambda gives them; a stand-in, no function. */
class RemoteFunctionTest {

  private static final JsonObject REQUEST = Json.createObjectBuilder().add("n", 7).build();

  /** What the stand-in answers. */
  private record Canned(int status, Map<String, String> headers, String body) {}

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Canned canned = new Canned(200, Map.of(), "{\"answer\":42}");
  private HttpServer server;
  private RemoteFunction function;

  @BeforeEach
  void start() throws IOException {
    // Where the SDK looks for credentials.
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            requests.add(exchange.getRequestURI().getPath() + " " + body);
            if (canned == null) {
              end.await();
            }
            canned.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(canned.status(), canned.body().length());
            exchange.getResponseBody().write(canned.body().getBytes(UTF_8));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    function = within(Duration.ofSeconds(60));
  }

  private RemoteFunction within(Duration answerWithin) {
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new LambdaSettings(
            "letstalk.test.lambda.",
            "adder",
            Optional.of("eu-central-1"),
            Optional.of(endpoint),
            answerWithin,
            2)
        .remoteFunction();
  }

  @AfterEach
  void stop() {
    function.close();
    threads.shutdownNow();
    server.stop(0);
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private int invoke() {
    return function.invoke(REQUEST, answer -> answer.getInt("answer"));
  }

  @Test
  void the_function_gets_the_request_and_its_answer_comes_back() {
    assertThat(invoke()).isEqualTo(42);
    assertThat(requests).containsExactly("/2015-03-31/functions/adder/invocations {\"n\":7}");
  }

  @Test
  void a_function_that_fails_is_named_and_its_message_is_not_repeated() {
    canned =
        new Canned(
            200,
            Map.of("X-Amz-Function-Error", "Unhandled"),
            "{\"errorMessage\":\"here is a secret\",\"answer\":1}");

    assertThatThrownBy(this::invoke)
        .isInstanceOf(FunctionUnavailable.class)
        .hasMessage("The function adder failed (Unhandled): look at its log");
  }

  @Test
  void a_function_that_is_not_there_is_named_with_the_keys_to_look_at() {
    canned = new Canned(404, Map.of("X-Amzn-ErrorType", "ResourceNotFoundException"), "{}");

    assertThatThrownBy(this::invoke)
        .isInstanceOf(FunctionUnavailable.class)
        .hasMessage("The function adder cannot be invoked: look at letstalk.test.lambda.*");
  }

  @Test
  void an_answer_that_is_not_ours_is_none() {
    for (String body : List.of("null", "[]", "no json", "{\"other\":1}", "{\"answer\":\"x\"}")) {
      canned = new Canned(200, Map.of(), body);

      assertThatThrownBy(this::invoke)
          .as(body)
          .isInstanceOf(FunctionUnavailable.class)
          .hasMessageContaining("is it ours");
    }
  }

  @Test
  void nobody_waits_longer_than_asked_to() {
    canned = null;
    try (RemoteFunction slow = within(Duration.ofMillis(500))) {
      assertThatThrownBy(() -> slow.invoke(REQUEST, answer -> answer))
          .isInstanceOf(FunctionUnavailable.class)
          .hasMessageContaining("cannot be invoked");
    }
  }
}
