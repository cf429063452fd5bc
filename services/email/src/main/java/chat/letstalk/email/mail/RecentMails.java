package chat.letstalk.email.mail;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The mails that were sent or are being sent, as many as it may remember; the oldest are forgotten
 * first. A broker repeats an event within seconds to minutes of the first time, if at all.
 * Thread-safe.
 */
public final class RecentMails {

  private final Set<UUID> ids = new LinkedHashSet<>();
  private final int capacity;

  /**
   * @param capacity how many are remembered; at least 1
   */
  public RecentMails(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("At least one mail must be remembered, not " + capacity);
    }
    this.capacity = capacity;
  }

  /** Whether the mail is a new one; from now on it is not. */
  synchronized boolean add(UUID id) {
    if (!ids.add(id)) {
      return false;
    }
    if (ids.size() > capacity) {
      var oldest = ids.iterator();
      oldest.next();
      oldest.remove();
    }
    return true;
  }

  /** Makes a mail new again, as it was not sent after all. */
  synchronized void remove(UUID id) {
    ids.remove(id);
  }
}
