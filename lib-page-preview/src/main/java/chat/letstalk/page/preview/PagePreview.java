package chat.letstalk.page.preview;

import chat.letstalk.page.Outcome;
import java.util.Objects;

/**
 * What a page shows of itself, or why it shows nothing. Immutable.
 *
 * @param outcome what became of looking at it
 * @param title one line of plain text without control characters, at most 300 code points; or null
 * @param imageUrl absolute http(s) URL in ASCII; or null
 */
public record PagePreview(Outcome outcome, String title, String imageUrl) {

  public PagePreview {
    Objects.requireNonNull(outcome, "outcome");
  }

  /** A page that shows something or nothing. */
  static PagePreview shown(String title, String imageUrl) {
    boolean empty = title == null && imageUrl == null;
    return new PagePreview(empty ? Outcome.EMPTY : Outcome.FOUND, title, imageUrl);
  }

  /** A page that could not be looked at. */
  public static PagePreview none(Outcome why) {
    return new PagePreview(why, null, null);
  }

  /** Whether there is something to show. */
  public boolean isFound() {
    return outcome == Outcome.FOUND;
  }
}
