package chat.letstalk.page.preview;

import chat.letstalk.page.Outcome;
import java.time.Duration;

/** Counts what becomes of links. Thread-safe. */
public interface PageMeter {

  /** A link was answered by what is remembered, or by what somebody else is looking at just now. */
  void cached(Outcome outcome);

  /** A page was looked at. */
  void fetched(Outcome outcome, Duration took);
}
