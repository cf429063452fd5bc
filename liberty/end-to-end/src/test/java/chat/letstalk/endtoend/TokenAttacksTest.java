package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token that we did not give, or that is no longer good, opens no entry at all. */
class TokenAttacksTest {

  private static final Duration WITHIN_SECONDS = Duration.ofSeconds(10);

  private final Stack stack = Stack.allInOne();
  private Person alice;
  private Person bob;

  @BeforeEach
  void two_people_chat() {
    alice = Person.signedIn(stack, "Alice");
    bob = Person.signedIn(stack, "Bob");
    alice.startsChatWith(bob);
    bob.startsChatWith(alice);
  }

  private Map<String, String> worthless() {
    var forger = new Forger(stack, bob.token());
    Map<String, String> tokens = new LinkedHashMap<>(forger.forgeries());
    tokens.putAll(forger.insideJobs(stack.signingKey()));
    return tokens;
  }

  @Test
  void rest_refuses_every_worthless_token() {
    worthless()
        .forEach(
            (name, token) ->
                Assertions.assertThatCode(
                        () -> bob.rest().withToken(token).get("/api/Profile").problem(401))
                    .as(name)
                    .doesNotThrowAnyException());
  }

  @Test
  void the_hub_completes_and_stays_deaf_for_every_worthless_token() {
    Map<String, HubConnection> connections = new LinkedHashMap<>();
    worthless()
        .forEach(
            (name, token) -> {
              var connection = HubConnection.opensTo(stack.hub()).shakesHands();
              JsonObject completion = connection.authorizes(token, "0");
              assertThat(completion.containsKey("error")).as(name).isFalse();
              connections.put(name, connection);
            });
    bob.connects();
    bob.eventually().sees(alice.sends("for Bob alone"));
    connections.forEach((name, it) -> assertThat(it.pushes()).as(name).isEmpty());
    connections.values().forEach(HubConnection::close);
    bob.close();
  }

  @Test
  void negotiate_refuses_every_worthless_token() {
    worthless()
        .forEach(
            (name, token) -> {
              String negotiate = stack.negotiate().getPath() + "/negotiate?negotiateVersion=1";
              var hub = new Rest(stack.negotiate(), token);
              assertThat(hub.send("POST", negotiate, "text/plain", "").status())
                  .as(name)
                  .isEqualTo(401);
            });
  }

  @Test
  void an_access_token_in_the_query_is_checked_too() {
    HubConnection connection;
    try {
      connection = HubConnection.opensTo(URI.create(stack.hub() + "?access_token=no.good.token"));
    } catch (CompletionException refused) {
      assertThat(refused).hasMessageContaining("WebSocketHandshakeException");
      return;
    }
    assertThat(connection.isClosed() || connection.shakesHands().pushes().isEmpty()).isTrue();
    connection.close();
  }

  @Test
  void authentication_calls_every_worthless_token_invalid() {
    try (var authentication = AuthenticationCalls.as(stack, stack.serviceKey())) {
      assertThat(authentication.accepts(bob.token())).isTrue();
      worthless()
          .forEach((name, token) -> assertThat(authentication.accepts(token)).as(name).isFalse());
    }
  }

  @Test
  void without_a_services_key_authentication_answers_nobody() {
    for (String key : new String[] {null, "", "wrong", bob.token()}) {
      try (var authentication = AuthenticationCalls.as(stack, key)) {
        for (Runnable call : authentication.everyCall(bob.token())) {
          Assertions.assertThatThrownBy(call::run)
              .isInstanceOf(StatusRuntimeException.class)
              .extracting(e -> ((StatusRuntimeException) e).getStatus().getCode())
              .isEqualTo(Status.Code.UNAUTHENTICATED);
        }
      }
    }
  }

  @Test
  void a_token_of_a_megabyte_is_refused_everywhere() {
    String huge = "x".repeat(1 << 20);
    try {
      assertThat(bob.rest().withToken(huge).get("/api/Profile").status()).isBetween(400, 499);
    } catch (Rest.NoAnswer refusedWhileSending) {
      assertThat(refusedWhileSending).isNotNull();
    }
    try (var connection = HubConnection.opensTo(stack.hub()).shakesHands()) {
      connection.authorizes(huge, "0");
    } catch (CompletionException | IllegalStateException cutOff) {
      assertThat(cutOff).isNotNull();
    }
    try (var authentication = AuthenticationCalls.as(stack, stack.serviceKey())) {
      assertThat(authentication.accepts(huge)).isFalse();
    }
    bob.profile();
  }

  @Test
  void a_revoked_token_stops_working_everywhere_within_seconds() {
    HubConnection live = bob.connects();
    bob.eventually().sees(alice.sends("before"));
    try (var authentication = AuthenticationCalls.as(stack, stack.serviceKey())) {
      authentication.revoke(bob.token());
      assertThat(authentication.accepts(bob.token())).isFalse();
    }
    await().atMost(WITHIN_SECONDS).until(() -> bob.rest().get("/api/Profile").status() == 401);
    await().atMost(WITHIN_SECONDS).until(live::isClosed);
    try (var again = HubConnection.opensTo(stack.hub()).shakesHands()) {
      again.authorizes(bob.token(), "0");
      alice.connects();
      alice.eventually().sees(alice.sends("after"));
      assertThat(again.pushes()).isEmpty();
    }
    alice.close();
  }
}
