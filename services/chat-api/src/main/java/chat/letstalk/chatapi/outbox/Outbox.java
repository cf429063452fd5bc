package chat.letstalk.chatapi.outbox;

import java.util.Collection;
import java.util.List;

/**
 * The events that are stored and not yet known to be published. Implementations are thread-safe and
 * throw {@link chat.letstalk.chatapi.problem.StoreUnavailable} when the engine is away.
 */
public interface Outbox {

  /**
   * An event that waits.
   *
   * @param position the engine's own name for its place, to be handed back; the same whenever the
   *     same entry is read
   */
  record Entry(Object position, PendingEvent event) {}

  /** Adds events that have no other cause to be stored with. */
  void add(List<PendingEvent> events);

  /**
   * The oldest entries, in the order in which they are to be published; dead ones are left out.
   *
   * @param most at least 1
   */
  List<Entry> oldest(int most);

  /** Forgets entries that have been published. */
  void remove(Collection<?> positions);

  /** Puts an entry aside that cannot be published, for an operator to look at. */
  void bury(Object position, String reason);

  /** How many entries wait; a figure for metrics, not exact. */
  long waiting();
}
