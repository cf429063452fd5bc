package chat.letstalk.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invocations end as they do on AWS, and never take the endpoint with them. */
class LocalLambdaTest {

  private static final String ANSWER = "{\"do\":\"answer\",\"text\":\"Grüße 😀\"}";

  @TempDir static Path data;
  private static LocalLambda lambda;

  @BeforeAll
  static void start() {
    lambda = LocalLambda.start(data).deploy(function("strange", StrangeHandler.class.getName()));
  }

  @AfterAll
  static void end() {
    lambda.close();
  }

  private static LambdaFunction function(String name, String handler) {
    return new LambdaFunction(
        name,
        Path.of("target/test-classes"),
        handler,
        128,
        Duration.ofSeconds(2),
        2,
        Map.of("GREETING", "hello"));
  }

  @Test
  void the_handler_answers_what_it_was_asked() throws IOException, InterruptedException {
    HttpResponse<String> response = invoke("strange", ANSWER);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Amz-Function-Error")).isEmpty();
    assertThat(response.body())
        .contains("\"text\":\"Grüße", "\"function\":\"strange\"", "\"variable\":\"hello\"");
  }

  @Test
  void the_name_may_be_an_arn() throws IOException, InterruptedException {
    assertThat(invoke(LocalLambda.arn("strange"), ANSWER).body()).contains("Grüße");
  }

  @Test
  void an_exception_is_an_answer() throws IOException, InterruptedException {
    assertFailure(invoke("strange", "{\"do\":\"fail\"}"), "java.lang.IllegalStateException");
  }

  @Test
  void whoever_takes_too_long_is_ended_and_replaced() throws IOException, InterruptedException {
    assertFailure(invoke("strange", "{\"do\":\"hang\"}"), "Task timed out after 2.00 seconds");
    assertThat(invoke("strange", ANSWER).body()).contains("Grüße");
  }

  @Test
  void a_process_that_dies_is_replaced() throws IOException, InterruptedException {
    assertFailure(invoke("strange", "{\"do\":\"die\"}"), "Runtime.ExitError");
    assertThat(invoke("strange", ANSWER).body()).contains("Grüße");
  }

  @Test
  void more_invocations_than_environments_take_turns() {
    var bodies =
        IntStream.range(0, 40)
            .mapToObj(
                n ->
                    HttpClient.newHttpClient()
                        .sendAsync(request("strange", ANSWER), BodyHandlers.ofString()))
            .toList();
    assertThat(bodies).allSatisfy(body -> assertThat(body.join().body()).contains("Grüße"));
  }

  @Test
  void an_unknown_function_is_not_found() throws IOException, InterruptedException {
    HttpResponse<String> response = invoke("unknown", ANSWER);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("X-Amzn-ErrorType"))
        .contains("ResourceNotFoundException");
  }

  @Test
  void a_handler_that_is_not_there_is_named() throws IOException, InterruptedException {
    lambda.deploy(function("missing", "chat.letstalk.Missing"));
    assertFailure(invoke("missing", ANSWER), "chat.letstalk.Missing");
  }

  private static void assertFailure(HttpResponse<String> response, String reason) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
    assertThat(response.body()).contains(reason);
  }

  private static HttpResponse<String> invoke(String function, String payload)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request(function, payload), BodyHandlers.ofString());
  }

  private static HttpRequest request(String function, String payload) {
    return HttpRequest.newBuilder(
            lambda.endpoint().resolve("/2015-03-31/functions/" + function + "/invocations"))
        .POST(BodyPublishers.ofString(payload))
        .build();
  }
}
