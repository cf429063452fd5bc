package chat.letstalk.bench.load;

import chat.letstalk.bench.BenchException;
import java.time.Duration;

/** Time that a measurement takes. */
public final class Pause {

  private Pause() {}

  /** Lets the load run on for a while. */
  public static void of(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted.", e);
    }
  }
}
