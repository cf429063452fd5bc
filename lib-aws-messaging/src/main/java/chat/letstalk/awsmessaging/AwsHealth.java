package chat.letstalk.awsmessaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What works and what does not, part by part: {@code in:<channel>} for what is read, {@code
 * out:<channel>} for what is published. Thread-safe.
 */
@ApplicationScoped
class AwsHealth {

  private static final Logger LOG = Logger.getLogger(AwsHealth.class.getName());

  private static final String FINE = "UP";

  private final Map<String, String> parts = new ConcurrentHashMap<>();

  /** A part that has yet to show that it works. */
  void expect(String part) {
    parts.put(part, "is being connected");
  }

  void up(String part) {
    if (!FINE.equals(parts.put(part, FINE))) {
      LOG.log(Level.INFO, () -> "AWS messaging, %s: connected".formatted(part));
    }
  }

  /** Says once, until it changes, what is wrong. */
  void down(String part, Throwable why) {
    String reason = String.valueOf(why.getMessage());
    if (!reason.equals(parts.put(part, reason))) {
      LOG.log(
          Level.SEVERE,
          why instanceof AwsFailure ? null : why,
          () -> "AWS messaging, %s: %s. It is tried again.".formatted(part, reason));
    }
  }

  boolean isUp() {
    return parts.values().stream().allMatch(FINE::equals);
  }

  /** What is wrong, or fine, with each part. */
  Map<String, String> parts() {
    return new TreeMap<>(parts);
  }
}
