package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.delivery.EventJson;
import chat.letstalk.delivery.PermanentFailure;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hands events out to be published only after the caches have forgotten what the events change:
 * nobody hears of a message that he cannot read yet, though its sender may have been killed between
 * the commit and the invalidation, or be slower than the relay of another replica. Thread-safe.
 */
public final class ForgettingOutbox implements Outbox {

  private final Outbox outbox;
  private final CachedMessages messages;

  /**
   * @param outbox where the events are
   */
  public ForgettingOutbox(Outbox outbox, CachedMessages messages) {
    this.outbox = outbox;
    this.messages = messages;
  }

  @Override
  public List<Entry> oldest(int most) {
    List<Entry> entries = outbox.oldest(most);
    Set<String> chats = new HashSet<>();
    Set<AccountId> members = new HashSet<>();
    for (Entry entry : entries) {
      PendingEvent event = entry.event();
      if (event.channel().equals(Channels.NOTIFICATIONS)) {
        chats.add(event.key());
        recipientsOf(event).forEach(id -> AccountId.parse(id).ifPresent(members::add));
      }
    }
    messages.forget(chats, members);
    return entries;
  }

  /** Of an event that names nobody, or cannot be read, nobody will ever hear. */
  private static List<String> recipientsOf(PendingEvent event) {
    try {
      List<String> recipients = EventJson.read(event.body(), NotificationEvent.class).recipients();
      return recipients == null ? List.of() : recipients;
    } catch (PermanentFailure e) {
      return List.of();
    }
  }

  @Override
  public void add(List<PendingEvent> events) {
    outbox.add(events);
  }

  @Override
  public void remove(Collection<?> positions) {
    outbox.remove(positions);
  }

  @Override
  public void bury(Object position, String reason) {
    outbox.bury(position, reason);
  }

  @Override
  public long waiting() {
    return outbox.waiting();
  }
}
