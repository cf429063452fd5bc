package chat.letstalk.stack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a server's log an application that did not start. Liberty goes on without it and never
 * tries it again. Not thread-safe.
 */
final class StartFailures {

  private static final Pattern CAUSE =
      Pattern.compile("SRVE0283E: Exception caught while initializing context: (.*)");

  private static final Pattern NOT_STARTED =
      Pattern.compile(
          "CWWKZ000[24]E: An exception occurred while starting the application (\\S+)\\."
              + " The exception message was: (.*)");

  private final GrowingLog log;
  private String cause;

  StartFailures(GrowingLog log) {
    this.log = log;
  }

  /** Which application did not start and why, in a sentence; of what has been logged meanwhile. */
  Optional<String> next() {
    for (String line : log.newLines()) {
      Matcher words = CAUSE.matcher(line);
      if (words.find()) {
        cause = words.group(1);
      }
      Matcher failure = NOT_STARTED.matcher(line);
      if (failure.find()) {
        return Optional.of(
            "%s did not start: %s"
                .formatted(failure.group(1), cause == null ? failure.group(2) : cause));
      }
    }
    return Optional.empty();
  }
}
