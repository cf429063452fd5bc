package chat.letstalk.chatapi.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes and reads the UUIDs behind all ids. Thread-safe. */
public final class Uuids {

  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Uuids() {}

  /** A new UUIDv7: time-ordered, and increasing within this process. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpochPlus1();
  }

  static Optional<UUID> parse(String text) {
    // UUID.fromString also takes short groups, which would give one id many spellings.
    return text != null && CANONICAL.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
