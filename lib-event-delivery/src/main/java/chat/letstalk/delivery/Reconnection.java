package chat.letstalk.delivery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * One end of a channel, connected again and again, with backoff and for as long as the application
 * runs: a broker that is away or refuses the service is to be put right by somebody, whenever that
 * is. Nothing but {@link #open} and {@link #broken} in turn is expected of its user, and nothing at
 * the same time.
 *
 * @param <T> what is connected
 */
final class Reconnection<T> {

  /** What held for so long was not broken from its beginning. */
  private static final Duration LASTING = Duration.ofMinutes(1);

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

  private final String end;
  private final Supplier<T> opening;
  private final ApplicationThreads threads;
  private final ChannelHealth health;

  private int failures;
  private long openedNanos;

  /**
   * @param end what {@link ChannelHealth} calls it
   * @param opening connects it, on a thread that may block, or says why it cannot be
   */
  Reconnection(String end, Supplier<T> opening, ApplicationThreads threads, ChannelHealth health) {
    this.end = end;
    this.opening = opening;
    this.threads = threads;
    this.health = health;
    health.expect(end);
  }

  /** Completes when the end is connected, however often that has to be tried; never fails. */
  CompletionStage<T> open() {
    CompletableFuture<T> open = new CompletableFuture<>();
    attempt(open);
    return open;
  }

  private void attempt(CompletableFuture<T> open) {
    if (failures == 0) {
      threads.execute(() -> tryOnce(open));
    } else {
      threads.later(BACKOFF.after(failures), () -> tryOnce(open));
    }
  }

  private void tryOnce(CompletableFuture<T> open) {
    T opened;
    try {
      opened = opening.get();
    } catch (RuntimeException | Error e) { // nobody else would hear of an error on this thread
      failed(e);
      attempt(open);
      return;
    }
    openedNanos = System.nanoTime();
    health.up(end);
    open.complete(opened);
  }

  /** What was connected works no more. */
  void broken(Throwable why) {
    if (System.nanoTime() - openedNanos > LASTING.toNanos()) {
      failures = 0;
    }
    failed(why);
  }

  private void failed(Throwable why) {
    failures++;
    health.down(end, why);
  }
}
