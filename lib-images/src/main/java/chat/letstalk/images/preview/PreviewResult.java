package chat.letstalk.images.preview;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * What became of a picture. Immutable.
 *
 * @param outcome whether there is a preview
 * @param preview null unless there is
 * @param reason why it cannot be read, in a plain sentence; null for any other outcome
 */
public record PreviewResult(Outcome outcome, StoredPreview preview, String reason) {

  /** Whether there is a preview. */
  public enum Outcome {
    /** It is stored. */
    STORED,
    /** There is no such picture, or no more. */
    GONE,
    /** It is no picture, is damaged, or exceeds a limit. */
    UNREADABLE;

    /**
     * Finds an outcome by what {@link #toString} gives.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static Outcome named(String name) {
      return Arrays.stream(values())
          .filter(outcome -> outcome.toString().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("No outcome: " + name));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The picture has a preview. */
  public static PreviewResult stored(StoredPreview preview) {
    return new PreviewResult(Outcome.STORED, Objects.requireNonNull(preview), null);
  }

  /** There is no picture. */
  public static PreviewResult gone() {
    return new PreviewResult(Outcome.GONE, null, null);
  }

  /** There is none that can be read. */
  public static PreviewResult unreadable(String reason) {
    return new PreviewResult(Outcome.UNREADABLE, null, reason);
  }
}
