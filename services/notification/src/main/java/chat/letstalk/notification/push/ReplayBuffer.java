package chat.letstalk.notification.push;

import chat.letstalk.notification.connection.Since;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * The events of the last minutes, for clients that were away. Bounded by age and by size. Not
 * thread-safe.
 */
final class ReplayBuffer {

  /**
   * Replicas may hear events of different chats in different orders. Who asks for all after an
   * event therefore also gets what was stored this long before it in other chats, and drops what it
   * has seen.
   */
  private static final Duration DISORDER = Duration.ofSeconds(10);

  /** How long something momentary is worth being told to who has missed it. */
  private static final Duration MOMENT = Duration.ofSeconds(30);

  /** What an event costs besides its text, about; so that many small events are bounded too. */
  private static final int ENTRY_LENGTH = 200;

  private final Clock clock;
  private final long windowMillis;
  private final long maxLength;
  private final ArrayDeque<PushRecord> all = new ArrayDeque<>();
  private final Map<String, PushRecord> byId = new HashMap<>();
  private final Map<String, ArrayDeque<PushRecord>> byAccount = new HashMap<>();
  private long length;
  private long completeSince;
  private boolean beginsWithFirst;

  /**
   * @param window how far back the buffer reaches
   * @param rereads whether a fresh replica reads the window before its start; otherwise all that is
   *     known is that nothing is missing from its first event on
   * @param maxLength characters of all events together
   */
  ReplayBuffer(Clock clock, Duration window, boolean rereads, long maxLength) {
    this.clock = clock;
    this.windowMillis = window.toMillis();
    this.maxLength = maxLength;
    this.completeSince = clock.millis() - windowMillis;
    this.beginsWithFirst = !rereads;
  }

  /**
   * What a client missed.
   *
   * @param complete whether that is all of it; otherwise the client must reload
   */
  record Missed(boolean complete, List<PushRecord> records) {

    static final Missed UNKNOWN = new Missed(false, List.of());
  }

  /**
   * Keeps an event.
   *
   * @return false when the buffer has it already
   */
  boolean add(PushRecord event) {
    forget();
    if (byId.putIfAbsent(event.eventId(), event) != null) {
      return false;
    }
    if (beginsWithFirst) {
      completeSince = event.occurredAt();
      beginsWithFirst = false;
    }
    all.add(event);
    length += cost(event);
    event
        .recipients()
        .forEach(
            account -> byAccount.computeIfAbsent(account, id -> new ArrayDeque<>(2)).add(event));
    return true;
  }

  /** What an account missed since then, in the order in which it arrived here. */
  Missed since(String account, Since since) {
    forget();
    if (since.window()) {
      long from = clock.millis() - windowMillis;
      return new Missed(
          true, select(account, event -> !event.momentary() && event.arrivedAt() >= from));
    }
    if (since.eventId() == null) {
      return new Missed(true, List.of());
    }
    PushRecord last = byId.get(since.eventId());
    if (last == null || !last.recipients().contains(account)) {
      return Missed.UNKNOWN;
    }
    long from = last.occurredAt() - DISORDER.toMillis();
    return from < completeSince
        ? Missed.UNKNOWN
        : new Missed(true, select(account, after(last, from).and(this::isStillWorthIt)));
  }

  private boolean isStillWorthIt(PushRecord event) {
    return !event.momentary() || event.occurredAt() >= clock.millis() - MOMENT.toMillis();
  }

  private static Predicate<PushRecord> after(PushRecord last, long from) {
    AtomicBoolean passed = new AtomicBoolean();
    return event -> {
      if (event == last) {
        passed.set(true);
        return false;
      }
      boolean otherChat = last.chatId() == null || !last.chatId().equals(event.chatId());
      return passed.get() || (otherChat && event.occurredAt() >= from);
    };
  }

  private List<PushRecord> select(String account, Predicate<PushRecord> wanted) {
    var events = byAccount.get(account);
    return events == null ? List.of() : events.stream().filter(wanted).toList();
  }

  private void forget() {
    long oldest = clock.millis() - windowMillis - DISORDER.toMillis();
    while (!all.isEmpty() && (length > maxLength || all.peek().arrivedAt() < oldest)) {
      PushRecord event = all.poll();
      length -= cost(event);
      completeSince = Math.max(completeSince, event.occurredAt() + 1);
      byId.remove(event.eventId());
      event.recipients().forEach(account -> byAccount.computeIfPresent(account, this::dropOldest));
    }
  }

  @SuppressWarnings("UnusedVariable") // the account, which the map tells and nobody needs
  private ArrayDeque<PushRecord> dropOldest(String account, ArrayDeque<PushRecord> events) {
    events.poll();
    return events.isEmpty() ? null : events;
  }

  private static long cost(PushRecord event) {
    return event.tail().length() + (long) ENTRY_LENGTH * (1 + event.recipients().size());
  }
}
