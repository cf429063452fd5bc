package chat.letstalk.awsmessaging;

import java.util.concurrent.CompletableFuture;

/**
 * An event on its way to AWS.
 *
 * @param deadlineNanos on the clock of System.nanoTime: after it, no further attempt begins
 * @param failures attempts that have failed
 * @param taken completed when AWS has stored it, exceptionally when that has not been possible
 */
record Pending(
    EncodedEvent event, long deadlineNanos, int failures, CompletableFuture<Void> taken) {

  Pending failedOnceMore() {
    return new Pending(event, deadlineNanos, failures + 1, taken);
  }

  boolean isOverdue(long now) {
    return now - deadlineNanos > 0;
  }
}
