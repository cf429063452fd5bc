package chat.letstalk.imagestore;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Identity of a picture: a UUIDv7 (RFC 9562 section 5.7). Its text has no underscore, and nothing
 * that means something in a path. Immutable.
 */
public record ImageId(UUID value) implements Comparable<ImageId> {

  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  /** A new one: later than all before it. */
  public static ImageId next() {
    return new ImageId(UuidCreator.getTimeOrderedEpochPlus1());
  }

  /**
   * Reads an id that came from outside.
   *
   * @param text anything, or null
   * @return empty for everything but the one way of writing an id of ours
   */
  public static Optional<ImageId> parse(String text) {
    return text != null && CANONICAL.matcher(text).matches()
        ? Optional.of(new ImageId(UUID.fromString(text)))
        : Optional.empty();
  }

  /** When it was made, to the millisecond. */
  public Instant madeAt() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
  }

  /** In the order of their making, which is also that of their texts. */
  @Override
  public int compareTo(ImageId other) {
    return toString().compareTo(other.toString());
  }

  /** The canonical text form, 36 characters. */
  @Override
  public String toString() {
    return value.toString();
  }
}
