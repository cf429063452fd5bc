package chat.letstalk.page.fetch;

import chat.letstalk.page.NoPage;
import chat.letstalk.page.Outcome;
import org.apache.hc.core5.concurrent.Cancellable;

/**
 * Ends what somebody does on another thread: the request that runs now is cut off, and no other
 * begins. Thread-safe.
 */
public final class Cancellation {

  private boolean cancelled;
  private Cancellable running = () -> false;

  /** Cuts off what runs. */
  public void cancel() {
    Cancellable last;
    synchronized (this) {
      cancelled = true;
      last = running;
    }
    last.cancel();
  }

  /** Whether it is over. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /**
   * Says what runs from now on.
   *
   * @throws NoPage when it is over already
   */
  synchronized void runs(Cancellable request) throws NoPage {
    if (cancelled) {
      throw new NoPage(Outcome.TOO_SLOW);
    }
    running = request;
  }
}
