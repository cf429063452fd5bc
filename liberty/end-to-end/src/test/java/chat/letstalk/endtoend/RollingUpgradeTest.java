package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A notification replica that is stopped asks its clients to come back, and they miss nothing. */
class RollingUpgradeTest {

  private final Stack stack = Stack.separate();

  @Test
  void who_is_connected_is_asked_to_come_back_and_then_hears_what_was_said_meanwhile() {
    try (Person alice = Person.signedIn(stack, "Alice");
        Person bob = Person.signedIn(stack, "Bob")) {
      alice.startsChatWith(bob);
      bob.startsChatWith(alice);
      HubConnection before = bob.connects();
      bob.eventually().sees(alice.sends("before"));
      String lastEvent = before.pushes().get(0).eventId();

      stack.restarts(Part.NOTIFICATION);

      await().atMost(Duration.ofSeconds(30)).until(before::isClosed);
      assertThat(last(before.records()).getInt("type")).isEqualTo(7);
      assertThat(last(before.records()).getBoolean("allowReconnect")).isTrue();
      JsonObject meanwhile = alice.sends("meanwhile");
      try (var back = HubConnection.opensTo(stack.hub()).shakesHands()) {
        back.authorizes(bob.token(), "1", lastEvent);
        await().atMost(Duration.ofSeconds(30)).until(() -> back.sees(meanwhile.getString("id")));
      }
    }
  }

  private static JsonObject last(List<JsonObject> records) {
    return records.get(records.size() - 1);
  }
}
