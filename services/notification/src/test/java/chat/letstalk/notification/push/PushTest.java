package chat.letstalk.notification.push;

import static chat.letstalk.notification.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.notification.BareClient;
import chat.letstalk.notification.HubServer;
import chat.letstalk.notification.Limits;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every connection of every recipient hears every event, in order. */
class PushTest {

  private HubServer server = new HubServer(Limits.patient().build());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_message_reaches_every_connection_of_every_member_and_nobody_else() {
    var alice = server.connects("alice");
    var bob = server.connects("bob");
    var bobsPhone = server.connects("bob");
    var carol = server.connects("carol");
    var event = server.pushes("hello", "alice", "bob");
    for (BareClient client : List.of(alice, bob, bobsPhone)) {
      client.hears("hello");
      var push = client.pushes().get(0);
      assertThat(push.getBoolean("isMine")).isEqualTo(client == alice);
      assertThat(push.getString("eventId")).isEqualTo(event.eventId());
      assertThat(push.getString("id")).isEqualTo(event.payload().getString("id"));
      var record = client.ofType(1).get(0);
      assertThat(record.getString("target")).isEqualTo("SendNotificationAsync");
      assertThat(record.getJsonArray("arguments").getString(1)).isEqualTo("MessageDto");
      assertThat(record.containsKey("invocationId")).isFalse();
    }
    assertThat(carol.pushes()).isEmpty();
    assertThat(server.meter.pushed).hasValue(3);
  }

  @Test
  void an_event_without_author_is_nobodys() {
    var bob = server.connects("bob");
    var message = server.message("chat", "hello", "bob");
    server.pushes(
        new NotificationEvent("e", "IncomingCall", List.of("bob"), null, 0, message.payload()));
    bob.hears("hello");
    assertThat(bob.pushes().get(0).containsKey("isMine")).isFalse();
  }

  @Test
  void strange_text_arrives_as_it_was() {
    var bob = server.connects("bob");
    server.pushes("\u0000 \u001e \ud83d\ude00 \" \\ \u2028 </script>", "alice", "bob");
    bob.hears("\u0000 \u001e \ud83d\ude00 \" \\ \u2028 </script>");
    server.pushes("half \ud83d and on", "alice", "bob");
    await().until(() -> bob.pushes().size() == 2);
    assertThat(bob.texts().get(1)).startsWith("half ").endsWith(" and on");
  }

  @Test
  void a_repeat_of_an_event_is_pushed_once() {
    var bob = server.connects("bob");
    var event = server.pushes("hello", "alice", "bob");
    server.pushes(event);
    server.pushes("and on", "alice", "bob");
    bob.hears("hello", "and on");
  }

  @Test
  void an_incomplete_event_is_refused_and_harms_nothing() {
    var incomplete = new NotificationEvent("e", null, List.of("bob"), null, 0, null);
    assertThatThrownBy(() -> server.pushes(incomplete))
        .isInstanceOf(IllegalArgumentException.class);
    var bob = server.connects("bob");
    server.pushes("hello", "alice", "bob");
    bob.hears("hello");
  }

  @Test
  void thousands_of_events_arrive_in_order_on_every_connection() {
    var clients = List.of(server.connects("bob"), server.connects("bob"), server.connects("carol"));
    String[] texts = IntStream.range(0, 2_000).mapToObj(Integer::toString).toArray(String[]::new);
    for (String text : texts) {
      server.pushes(text, "alice", "bob", "carol");
    }
    clients.forEach(client -> client.hears(texts));
  }

  @Test
  void a_client_that_does_not_read_is_cut_off_and_the_others_hear_on() {
    server.close();
    server = new HubServer(Limits.patient().queue(8, Duration.ofSeconds(30)).build());
    var bob = server.connects("bob");
    var slow = server.connects("bob");
    slow.stopsReading();
    String large = "x".repeat(1_000_000);
    while (server.meter.cutOff.get() == 0) {
      int heard = bob.pushes().size();
      server.pushes(large, "alice", "bob");
      await().until(() -> bob.pushes().size() > heard);
    }
    slow.readsOn();
    var goodbye = slow.goodbye();
    assertThat(goodbye.getBoolean("allowReconnect")).isTrue();
    assertThat(goodbye.getString("error")).contains("slow");
    server.pushes("and on", "alice", "bob");
    await().until(() -> bob.texts().contains("and on"));
    assertThat(bob.isClosed()).isFalse();
  }
}
