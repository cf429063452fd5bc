package chat.letstalk.chatapi.outbox;

import java.util.Collection;
import java.util.List;

/**
 * The events that are stored and not yet known to be published. Implementations are thread-safe and
 * throw {@link chat.letstalk.chatapi.problem.StoreUnavailable} when the engine is away.
 */
public interface Outbox {

  /** An event with its place in the order of publication. */
  record Entry(long position, PendingEvent event) {}

  /** Adds events that have no other cause to be stored with. */
  void add(List<PendingEvent> events);

  /**
   * The oldest entries, in the order in which they are to be published; dead ones are left out.
   *
   * @param most at least 1
   */
  List<Entry> oldest(int most);

  /** Forgets entries that have been published. */
  void remove(Collection<Long> positions);

  /** Puts an entry aside that cannot be published, for an operator to look at. */
  void bury(long position, String reason);

  /** How many entries wait; a figure for metrics, not exact. */
  long waiting();
}
