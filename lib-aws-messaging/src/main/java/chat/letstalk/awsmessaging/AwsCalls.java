package chat.letstalk.awsmessaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for calls of the SDK, never without end, and explains those that fail. Thread-safe. */
final class AwsCalls {

  /** Above what the SDK itself gives a call. */
  private static final long ANSWER_SECONDS = 60;

  private final AwsSettings settings;

  AwsCalls(AwsSettings settings) {
    this.settings = settings;
  }

  /**
   * Waits for an answer.
   *
   * @param action the call as IAM names it
   * @param what the topic or queue
   * @throws AwsFailure when there is none, or it is a refusal
   */
  <T> T answer(String action, String what, CompletableFuture<T> call) {
    try {
      return call.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw AwsFailure.of(action, what, e.getCause(), settings);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw AwsFailure.of(action, what, e, settings);
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new AwsFailure("Interrupted in %s on %s".formatted(action, what), e);
    }
  }
}
