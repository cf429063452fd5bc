package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever misuses the hub loses that connection; everybody else hears on, other attackers too. */
@Execution(ExecutionMode.CONCURRENT)
class HubAttacksTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final Stack stack = Stack.allInOne();
  private final List<HubConnection> opened = new ArrayList<>();
  private Person alice;
  private Person bob;

  @BeforeEach
  void two_people_chat() {
    alice = Person.signedIn(stack, "Alice");
    bob = Person.signedIn(stack, "Bob");
    alice.startsChatWith(bob);
    bob.startsChatWith(alice);
    bob.connects();
  }

  @AfterEach
  void everybody_else_hears_on() {
    JsonObject sent = alice.sends("Still there?");
    bob.eventually().sees(sent);
    opened.forEach(HubConnection::close);
    bob.close();
  }

  private HubConnection open() {
    HubConnection connection = HubConnection.opensTo(stack.hub());
    opened.add(connection);
    return connection;
  }

  private static void tries(Runnable attack) {
    try {
      attack.run();
    } catch (CompletionException | IllegalStateException e) {
      assertThat(e).as("the server may close before the last byte is out").isNotNull();
    }
  }

  private static void isCutOff(HubConnection connection) {
    await().atMost(SOON).until(connection::isClosed);
  }

  @Test
  void who_never_says_anything_is_cut_off() {
    isCutOff(open());
  }

  @Test
  void who_never_authorises_is_cut_off_and_hears_nothing() {
    HubConnection silent = open().shakesHands();
    alice.sends("not for everybody");
    isCutOff(silent);
    assertThat(silent.pushes()).isEmpty();
  }

  @Test
  void a_huge_frame_is_cut_off() {
    HubConnection connection = open().shakesHands();
    tries(() -> connection.says("{\"type\":6,\"x\":\"" + "x".repeat(8 << 20) + "\"}"));
    isCutOff(connection);
  }

  @Test
  void an_endless_record_is_cut_off() {
    HubConnection connection = open().shakesHands();
    connection.authorizes(bob.token(), "0");
    tries(
        () -> {
          for (int n = 0; n < 2_000 && !connection.isClosed(); n++) {
            connection.sends("x".repeat(8_192), true);
          }
        });
    isCutOff(connection);
  }

  @Test
  void an_endless_fragmented_frame_is_cut_off() {
    HubConnection connection = open().shakesHands();
    tries(
        () -> {
          for (int n = 0; n < 2_000 && !connection.isClosed(); n++) {
            connection.sends("x".repeat(8_192), false);
          }
        });
    isCutOff(connection);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "42",
        "null",
        "{\"protocol\":\"messagepack\",\"version\":1}",
        "{\"protocol\":\"json\",\"version\":99}",
        "{\"protocol\":{},\"version\":\"1\"}"
      })
  void a_handshake_that_is_none_is_cut_off(String handshake) {
    HubConnection connection = open();
    tries(() -> connection.says(handshake));
    isCutOff(connection);
    assertThat(connection.records())
        .allMatch(record -> record.containsKey("error") || record.getInt("type", 0) == 7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":1,\"target\":\"NoSuchMethod\",\"arguments\":[],\"invocationId\":\"7\"}",
        "{\"type\":1,\"target\":\"AuthorizeAsync\",\"arguments\":[],\"invocationId\":\"7\"}",
        "{\"type\":1,\"target\":\"AuthorizeAsync\",\"arguments\":[{}],\"invocationId\":\"7\"}",
        "{\"type\":4,\"target\":\"NoSuchStream\",\"arguments\":[],\"invocationId\":\"7\"}"
      })
  void a_call_that_cannot_be_is_answered_with_an_error(String call) {
    HubConnection connection = open().shakesHands();
    connection.authorizes(bob.token(), "0");
    connection.says(call);
    await()
        .atMost(SOON)
        .until(
            () ->
                connection.records().stream()
                    .anyMatch(
                        r ->
                            "7".equals(r.getString("invocationId", "")) && r.containsKey("error")));
    assertThat(connection.isClosed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "[]", "42", "{\"type\":\"1\"}", "{\"type\":1}", "{}"})
  void a_record_that_is_none_harms_nobody_else(String record) {
    HubConnection connection = open().shakesHands();
    connection.authorizes(bob.token(), "0");
    tries(() -> connection.says(record));
  }

  @Test
  void deep_nesting_and_huge_arrays_harm_nobody_else() {
    HubConnection deep = open().shakesHands();
    tries(() -> deep.says("{\"type\":1,\"target\":\"X\",\"arguments\":" + "[".repeat(20_000)));
    HubConnection wide = open().shakesHands();
    tries(
        () ->
            wide.says(
                "{\"type\":1,\"target\":\"X\",\"invocationId\":\"1\",\"arguments\":["
                    + "1,".repeat(10_000)
                    + "1]}"));
  }

  @Test
  void thousands_of_invocations_harm_nobody_else() {
    HubConnection connection = open().shakesHands();
    connection.authorizes(bob.token(), "0");
    tries(
        () -> {
          for (int n = 1; n <= 5_000 && !connection.isClosed(); n++) {
            connection.says(
                "{\"type\":1,\"target\":\"Spam\",\"arguments\":[],\"invocationId\":\"" + n + "\"}");
          }
        });
    assertThat(connection.isClosed() || !connection.records().isEmpty()).isTrue();
  }

  @Test
  void a_connection_token_that_was_never_given_is_refused() {
    String hub = stack.hub() + "?id=never-given";
    try {
      HubConnection connection = HubConnection.opensTo(java.net.URI.create(hub));
      opened.add(connection);
      isCutOff(connection);
    } catch (CompletionException refused) {
      assertThat(refused).hasMessageContaining("WebSocketHandshakeException");
    }
  }
}
