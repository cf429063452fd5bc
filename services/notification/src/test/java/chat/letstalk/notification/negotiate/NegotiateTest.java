package chat.letstalk.notification.negotiate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.notification.BareClient;
import chat.letstalk.notification.HubServer;
import chat.letstalk.notification.Limits;
import chat.letstalk.notification.identity.Identity;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NegotiateTest {

  private final HubServer server = new HubServer(Limits.patient().build());

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> negotiate(String query, String token)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.http("/messagehub/negotiate" + query))
            .POST(HttpRequest.BodyPublishers.noBody());
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  @Test
  void the_answer_names_the_connection_and_the_one_transport() throws Exception {
    var answer = negotiate("?negotiateVersion=1", null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    var body = json(answer);
    assertThat(body.getInt("negotiateVersion")).isEqualTo(1);
    assertThat(body.getString("connectionId")).isNotEqualTo(body.getString("connectionToken"));
    assertThat(body.getJsonArray("availableTransports").getJsonObject(0).getString("transport"))
        .isEqualTo("WebSockets");
  }

  @Test
  void version_0_has_one_id_for_both() throws Exception {
    var body = json(negotiate("", null));
    assertThat(body.getInt("negotiateVersion")).isZero();
    assertThat(body.containsKey("connectionToken")).isFalse();
    BareClient.opensTo(server.socket("?id=" + body.getString("connectionId"))).shakesHands();
  }

  @Test
  void a_connection_token_opens_one_connection() throws Exception {
    var body = json(negotiate("?negotiateVersion=1", server.tokens.of("bob")));
    var uri = server.socket("?id=" + body.getString("connectionToken"));
    var bob = BareClient.opensTo(uri).shakesHands();
    assertThatThrownBy(() -> BareClient.opensTo(uri))
        .hasMessageContaining("WebSocketHandshakeException");
    server.pushes("hello", "alice", "bob");
    bob.hears("hello");
  }

  @Test
  void the_public_id_opens_nothing() throws Exception {
    var body = json(negotiate("?negotiateVersion=1", null));
    assertThatThrownBy(
            () -> BareClient.opensTo(server.socket("?id=" + body.getString("connectionId"))))
        .hasMessageContaining("WebSocketHandshakeException");
  }

  @Test
  void a_worthless_token_is_a_problem() throws Exception {
    for (var answer :
        new HttpResponse<?>[] {
          negotiate("?negotiateVersion=1", "worthless"),
          negotiate("?negotiateVersion=1&access_token=worthless", null),
          negotiate("?negotiateVersion=1", "x".repeat(5_000))
        }) {
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat((String) answer.body()).contains("\"status\":401");
    }
    assertThatThrownBy(() -> BareClient.opensTo(server.socket("?access_token=worthless")))
        .hasMessageContaining("WebSocketHandshakeException");
  }

  @Test
  void while_nobody_can_check_tokens_the_answer_is_503() throws Exception {
    server.tokens.goAway();
    assertThat(negotiate("", "whatever").statusCode()).isEqualTo(503);
  }

  @Test
  void a_token_that_was_made_elsewhere_opens_nothing() throws Exception {
    var forged =
        new ConnectionTickets(
                "another secret of 32 or more bytes".getBytes(UTF_8),
                Duration.ofMinutes(1),
                10,
                Clock.systemUTC())
            .issue("id", new Identity("bob", "token", Instant.now().plusSeconds(60)));
    assertThatThrownBy(() -> BareClient.opensTo(server.socket("?id=" + forged)))
        .hasMessageContaining("WebSocketHandshakeException");
  }
}
