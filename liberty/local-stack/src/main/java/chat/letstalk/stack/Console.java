package chat.letstalk.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What a person at the terminal reads. */
final class Console {

  private final Instant begin = Instant.now();

  void say(String line) {
    System.out.println(line);
  }

  /** A line with the seconds since the command began. */
  void step(String line) {
    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    say(String.format(Locale.ROOT, "  %5.1f s  %s", seconds, line));
  }

  void complain(String sentence) {
    System.err.println(sentence);
  }
}
