package chat.letstalk.stack;

import java.time.Duration;

/** Something that is said once, to who has waited long. Not thread-safe. */
final class Hint {

  private final long dueNanos;
  private final Runnable say;
  private boolean given;

  Hint(Duration after, Runnable say) {
    this.dueNanos = System.nanoTime() + after.toNanos();
    this.say = say;
  }

  void giveIfDue() {
    if (!given && System.nanoTime() - dueNanos >= 0) {
      given = true;
      say.run();
    }
  }
}
