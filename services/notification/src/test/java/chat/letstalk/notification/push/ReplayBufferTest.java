package chat.letstalk.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.notification.MovedClock;
import chat.letstalk.notification.connection.Since;
import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept for those who were away, and that it is never pretended to be more. */
class ReplayBufferTest {

  private static final Duration WINDOW = Duration.ofMinutes(2);

  private final MovedClock clock = new MovedClock();
  private ReplayBuffer buffer = new ReplayBuffer(clock, WINDOW, true, 1_000_000);

  private void keeps(String id, String chat, String... recipients) {
    var payload = Json.createObjectBuilder().add("chatId", chat).build();
    buffer.add(
        PushRecord.of(
            new NotificationEvent(
                id, "MessageDto", List.of(recipients), null, clock.millis(), payload),
            clock.millis()));
    clock.goesOn(Duration.ofMillis(1));
  }

  private List<String> after(String id) {
    var missed = buffer.since("bob", Since.after(id));
    assertThat(missed.complete()).isTrue();
    return missed.records().stream().map(PushRecord::eventId).toList();
  }

  private boolean mustReload(String id) {
    return !buffer.since("bob", Since.after(id)).complete();
  }

  @Test
  void what_came_after_an_event_follows_in_order() {
    List.of("1", "2", "3", "4").forEach(id -> keeps(id, "chat", "bob"));
    assertThat(after("2")).containsExactly("3", "4");
    assertThat(after("4")).isEmpty();
  }

  @Test
  void hours_later_the_client_must_reload() {
    keeps("1", "chat", "bob");
    clock.goesOn(Duration.ofHours(3));
    keeps("2", "chat", "bob");
    assertThat(mustReload("1")).isTrue();
    assertThat(mustReload("2")).isFalse();
  }

  @Test
  void a_fresh_replica_that_may_not_have_read_all_since_an_event_says_so() {
    clock.goesOn(WINDOW.negated());
    keeps("early", "chat", "bob");
    clock.goesOn(WINDOW);
    buffer = new ReplayBuffer(clock, WINDOW, true, 1_000_000);
    clock.goesOn(WINDOW.negated());
    keeps("early", "chat", "bob");
    clock.goesOn(WINDOW);
    keeps("late", "chat", "bob");
    assertThat(mustReload("early")).isTrue();
    assertThat(mustReload("late")).isFalse();
  }

  @Test
  void a_fresh_replica_that_rereads_nothing_knows_nothing_from_before_its_first_event() {
    buffer = new ReplayBuffer(clock, WINDOW, false, 1_000_000);
    keeps("first", "chat", "bob");
    assertThat(mustReload("first")).isTrue();
    clock.goesOn(Duration.ofSeconds(11));
    keeps("later", "chat", "bob");
    keeps("last", "chat", "bob");
    assertThat(after("later")).containsExactly("last");
  }

  @Test
  void beyond_its_size_the_oldest_is_forgotten_and_not_pretended() {
    buffer = new ReplayBuffer(clock, WINDOW, true, 20_000);
    clock.goesOn(Duration.ofSeconds(30));
    IntStream.range(0, 1_000).forEach(n -> keeps("" + n, "chat", "bob"));
    clock.goesOn(Duration.ofSeconds(11));
    keeps("last", "chat", "bob");
    assertThat(mustReload("0")).isTrue();
    assertThat(mustReload("500")).isTrue();
    assertThat(after("last")).isEmpty();
  }

  @Test
  void a_repeat_is_not_kept_twice() {
    keeps("1", "chat", "bob");
    keeps("2", "chat", "bob");
    keeps("2", "chat", "bob");
    assertThat(after("1")).containsExactly("2");
  }

  @Test
  void what_another_replica_may_have_pushed_later_comes_again() {
    keeps("of another chat", "other", "bob");
    keeps("seen before", "chat", "bob");
    keeps("last", "chat", "bob");
    keeps("missed", "chat", "bob");
    assertThat(after("last")).containsExactly("of another chat", "missed");
  }
}
