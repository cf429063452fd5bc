package chat.letstalk.chatapi.id;

import java.util.Optional;
import java.util.UUID;

/**
 * Identity of a message: a UUIDv7 (RFC 9562 section 5.7), 16 bytes in the store, text on the wire.
 */
public record MessageId(UUID value) {

  /**
   * Reads an id that came from outside.
   *
   * @param text anything, or null
   * @return empty for everything but a UUID in its canonical text form
   */
  public static Optional<MessageId> parse(String text) {
    return Uuids.parse(text).map(MessageId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
