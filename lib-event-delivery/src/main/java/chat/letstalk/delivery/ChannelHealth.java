package chat.letstalk.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Which ends of the channels are connected to the broker and which are not: {@code in:<channel>}
 * for what is read, {@code out:<channel>} for what is published. Thread-safe.
 */
@ApplicationScoped
public class ChannelHealth {

  private static final Logger LOG = Logger.getLogger(ChannelHealth.class.getName());

  private static final String FINE = "UP";

  private final Map<String, String> ends = new ConcurrentHashMap<>();

  /** An end that has yet to show that it works. */
  public void expect(String end) {
    ends.put(end, "is being connected");
  }

  /** An end works. */
  public void up(String end) {
    if (!FINE.equals(ends.put(end, FINE))) {
      LOG.log(Level.INFO, () -> "Channels, %s: connected".formatted(end));
    }
  }

  /**
   * An end does not work. Says once, until it changes, what is wrong.
   *
   * @param why its message is shown to operators; where it is not a {@link ChannelFailure}, which
   *     says all, the log has its origin too
   */
  public void down(String end, Throwable why) {
    String reason = String.valueOf(why.getMessage());
    if (!reason.equals(ends.put(end, reason))) {
      LOG.log(
          Level.SEVERE,
          why instanceof ChannelFailure ? null : why,
          () -> "Channels, %s: %s. It is tried again.".formatted(end, reason));
    }
  }

  /** Whether all ends work. */
  public boolean isUp() {
    return ends.values().stream().allMatch(FINE::equals);
  }

  /** What is wrong, or {@value #FINE}, with each end. */
  public Map<String, String> ends() {
    return new TreeMap<>(ends);
  }
}
