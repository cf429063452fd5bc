package chat.letstalk.chatapi.mongodb;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Up to which message chats have been published, as far as this replica knows. Places have no
 * holes, so what follows on them without one has overtaken nothing. What is known stays true,
 * whoever publishes on. Thread-safe.
 */
final class PublishedPlaces {

  /** About 100 bytes each. */
  private static final long MOST_REMEMBERED = 50_000;

  private final Cache<UUID, Long> upTo = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  /** Whether each of these messages comes right behind what was published or stands before it. */
  boolean arePrecededBy(List<Waiting> messages) {
    Map<UUID, Long> reached = new HashMap<>();
    for (Waiting message : messages) {
      UUID chat = message.place().chat();
      long seq = message.place().seq();
      long before = reached.computeIfAbsent(chat, this::published);
      if (seq > before + 1) {
        return false;
      }
      reached.put(chat, Math.max(before, seq));
    }
    return true;
  }

  private long published(UUID chat) {
    Long seq = upTo.getIfPresent(chat);
    return seq == null ? 0 : seq;
  }

  /** Nothing waits in front of these messages of a chat, which are in its order. */
  void nothingWaitsBefore(List<Waiting> messages) {
    Map<UUID, Long> first = new HashMap<>();
    messages.forEach(
        message -> first.merge(message.place().chat(), message.place().seq(), Math::min));
    first.forEach((chat, seq) -> upTo.asMap().merge(chat, seq - 1, Math::max));
  }

  /** Messages have been published with all their events, in any order. */
  void published(Collection<Tail> places) {
    places.stream()
        .sorted(Comparator.comparingLong(Tail::seq))
        .forEach(
            place ->
                upTo.asMap()
                    .computeIfPresent(
                        place.chat(), (chat, seq) -> place.seq() == seq + 1 ? place.seq() : seq));
  }
}
