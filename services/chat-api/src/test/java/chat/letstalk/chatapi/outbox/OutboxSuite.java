package chat.letstalk.chatapi.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.store.StoreSuite;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine's outbox promises. */
public abstract class OutboxSuite extends StoreSuite {

  private Outbox outbox;

  @BeforeEach
  void nothing_waits() {
    outbox = engine().outbox();
    outbox.remove(outbox.oldest(100_000).stream().map(Outbox.Entry::position).toList());
  }

  static PendingEvent event(int number) {
    return new PendingEvent(
        UUID.randomUUID().toString(),
        "emails",
        "alice@example.com",
        "{\"number\":" + number + ",\"text\":\"😀\"}",
        Map.of("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
  }

  @Test
  void events_come_back_as_they_were_added_oldest_first() {
    List<PendingEvent> events = IntStream.range(0, 5).mapToObj(OutboxSuite::event).toList();
    outbox.add(events);
    assertThat(outbox.oldest(10)).extracting(Outbox.Entry::event).isEqualTo(events);
    assertThat(outbox.oldest(2)).extracting(Outbox.Entry::event).isEqualTo(events.subList(0, 2));
    assertThat(outbox.waiting()).isEqualTo(5);
  }

  @Test
  void removed_events_are_gone_and_the_others_stay() {
    outbox.add(IntStream.range(0, 5).mapToObj(OutboxSuite::event).toList());
    List<Outbox.Entry> entries = outbox.oldest(10);
    outbox.remove(List.of());
    outbox.remove(Stream.of(0, 2, 3).map(n -> entries.get(n).position()).toList());
    assertThat(outbox.oldest(10)).containsExactly(entries.get(1), entries.get(4));
  }

  @Test
  void a_buried_event_is_not_offered_again() {
    outbox.add(List.of(event(1), event(2)));
    List<Outbox.Entry> entries = outbox.oldest(10);
    outbox.bury(entries.get(0).position(), "x".repeat(5_000));
    assertThat(outbox.oldest(10)).containsExactly(entries.get(1));
  }
}
