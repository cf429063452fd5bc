package chat.letstalk.chatapi.id;

import java.util.Optional;
import java.util.UUID;

/**
 * Identity of an account: a UUIDv7 (RFC 9562 section 5.7), 16 bytes in the store, text on the wire.
 */
public record AccountId(UUID value) {

  /**
   * Reads an id that came from outside.
   *
   * @param text anything, or null
   * @return empty for everything but a UUID in its canonical text form
   */
  public static Optional<AccountId> parse(String text) {
    return Uuids.parse(text).map(AccountId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
