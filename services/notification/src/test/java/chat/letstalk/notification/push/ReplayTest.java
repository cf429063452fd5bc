package chat.letstalk.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.notification.HubServer;
import chat.letstalk.notification.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who was away hears what was missed, or is told to reload. */
class ReplayTest {

  private final HubServer server = new HubServer(Limits.patient().build());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void after_a_reconnect_all_after_the_last_event_follows_and_nothing_else() {
    server.pushes("before", "alice", "bob");
    var last = server.pushes("last", "alice", "bob");
    server.pushes("missed", "alice", "bob");
    server.pushes("of others", "alice", "carol");
    server.pushes("missed too", "bob", "alice");
    var bob = server.connects().shakesHands();
    var completion = bob.authorizes(server.tokens.of("bob"), "0", last.eventId());
    assertThat(completion.getJsonObject("result").getBoolean("resumed")).isTrue();
    server.pushes("live", "alice", "bob");
    bob.hears("missed", "missed too", "live");
    assertThat(bob.pushes().get(1).getBoolean("isMine")).isTrue();
  }

  @Test
  void an_event_that_is_unknown_or_of_others_tells_the_client_to_reload() {
    var foreign = server.pushes("of others", "alice", "carol");
    server.pushes("missed", "alice", "bob");
    for (String event : List.of("no-such-event", foreign.eventId())) {
      var bob = server.connects().shakesHands();
      var completion = bob.authorizes(server.tokens.of("bob"), "0", event);
      assertThat(completion.getJsonObject("result").getBoolean("resumed")).isFalse();
      assertThat(bob.pushes()).isEmpty();
    }
  }

  @Test
  void a_single_page_client_that_returns_hears_the_window_and_a_new_one_does_not() {
    server.pushes("one", "alice", "bob");
    server.pushes("two", "alice", "bob");
    var returned = server.connects().shakesHands();
    returned.authorizes(server.tokens.of("bob"), "1");
    returned.hears("one", "two");
    var fresh = server.connects("bob");
    server.pushes("three", "alice", "bob");
    returned.hears("one", "two", "three");
    fresh.hears("three");
  }

  @Test
  void after_a_restart_while_people_chat_whoever_comes_hears_what_it_may_have_missed() {
    server.pushes(ago(Duration.ofSeconds(40), server.message("chat", "missed", "alice", "bob")));
    server.pushes("missed too", "alice", "bob");
    var bob = server.connects("bob");
    bob.hears("missed", "missed too");
    bob.authorizes(server.tokens.of("bob"), "1");
    server.pushes("live", "alice", "bob");
    bob.hears("missed", "missed too", "live");
  }

  @Test
  void a_phone_does_not_ring_for_a_call_that_is_over() {
    var last = server.pushes("last", "alice", "bob");
    server.pushes(call(Duration.ofMinutes(1), "over"));
    server.pushes(call(Duration.ofSeconds(2), "ringing"));
    server.pushes("missed", "alice", "bob");
    var resumed = server.connects().shakesHands();
    resumed.authorizes(server.tokens.of("bob"), "0", last.eventId());
    resumed.hears("ringing", "missed");
    var returned = server.connects().shakesHands();
    returned.authorizes(server.tokens.of("bob"), "1");
    returned.hears("last", "missed");
  }

  private NotificationEvent call(Duration age, String text) {
    var message = server.message("chat", text, "bob");
    return ago(
        age,
        new NotificationEvent(
            message.eventId(), "IncomingCall", List.of("bob"), null, 0, message.payload()));
  }

  private static NotificationEvent ago(Duration age, NotificationEvent event) {
    return new NotificationEvent(
        event.eventId(),
        event.type(),
        event.recipients(),
        event.author(),
        System.currentTimeMillis() - age.toMillis(),
        event.payload());
  }

  @Test
  void events_of_other_chats_shortly_before_the_last_one_come_again() {
    server.pushes(server.message("another chat", "maybe missed", "alice", "bob"));
    server.pushes("seen", "alice", "bob");
    var last = server.pushes("last", "alice", "bob");
    var bob = server.connects().shakesHands();
    bob.authorizes(server.tokens.of("bob"), "0", last.eventId());
    bob.hears("maybe missed");
  }

  @Test
  void there_is_no_gap_and_no_disorder_between_replay_and_live() throws InterruptedException {
    var first = server.pushes("start", "alice", "bob");
    String[] texts = IntStream.range(0, 300).mapToObj(Integer::toString).toArray(String[]::new);
    var pusher =
        new Thread(
            () -> {
              for (String text : texts) {
                server.pushes(text, "alice", "bob");
              }
            });
    pusher.start();
    var clients = new ArrayList<chat.letstalk.notification.BareClient>();
    while (clients.size() < 5) {
      var bob = server.connects().shakesHands();
      bob.authorizes(server.tokens.of("bob"), "0", first.eventId());
      clients.add(bob);
    }
    pusher.join();
    clients.forEach(client -> client.hears(texts));
  }
}
