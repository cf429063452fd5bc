package chat.letstalk.awsmessaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The events of a channel that wait to be sent. Of events with the same group one is on its way at
 * a time: AWS may take one entry of a batch and refuse another, and whoever stands behind must not
 * overtake. Thread-safe.
 */
final class WaitingLine {

  private final Deque<Pending> waiting = new ArrayDeque<>();
  private final Set<String> busy = new HashSet<>();

  synchronized void add(Pending pending) {
    waiting.add(pending);
  }

  /** The next events to send together; their groups wait until each is done with. */
  synchronized List<Pending> nextBatch() {
    List<Pending> batch = new ArrayList<>(Destination.MOST_EVENTS);
    int bytes = 0;
    Iterator<Pending> each = waiting.iterator();
    while (each.hasNext() && batch.size() < Destination.MOST_EVENTS) {
      Pending next = each.next();
      if (bytes + next.event().bytes() > EncodedEvent.MOST_BYTES) {
        break;
      }
      if (busy.add(next.event().group())) {
        each.remove();
        batch.add(next);
        bytes += next.event().bytes();
      }
    }
    return batch;
  }

  /** An event is done with: the next of its group may go. */
  synchronized void done(Pending pending) {
    busy.remove(pending.event().group());
  }

  /** An event is to be sent once more, before all others of its group. */
  synchronized void again(Pending pending) {
    busy.remove(pending.event().group());
    waiting.addFirst(pending);
  }

  /** An event is given up, and with it those behind it, which would overtake its repetition. */
  synchronized List<Pending> giveUp(Pending pending) {
    busy.remove(pending.event().group());
    List<Pending> all = new ArrayList<>();
    all.add(pending);
    take(Set.of(pending.event().group()), all);
    return all;
  }

  /** Gives up all that are overdue, and those behind them. */
  synchronized List<Pending> giveUpOverdue() {
    long now = System.nanoTime();
    Set<String> groups = new HashSet<>();
    waiting.stream()
        .filter(pending -> pending.isOverdue(now))
        .forEach(pending -> groups.add(pending.event().group()));
    List<Pending> all = new ArrayList<>();
    take(groups, all);
    return all;
  }

  /** Gives up everything that waits. */
  synchronized List<Pending> giveUpAll() {
    List<Pending> all = new ArrayList<>(waiting);
    waiting.clear();
    return all;
  }

  private void take(Set<String> groups, List<Pending> into) {
    waiting.removeIf(next -> groups.contains(next.event().group()) && into.add(next));
  }
}
