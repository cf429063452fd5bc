package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.problem.StoreUnavailable;
import chat.letstalk.chatapi.store.DuplicateKey;
import chat.letstalk.delivery.Backoff;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Runs the engine's commands and says what went wrong in the words of the stores. A server that
 * asks to come back later (CosmosDB, when its request units are used up) is asked again.
 */
final class Commands {

  /** RequestRateTooLarge of CosmosDB: nothing was done. */
  private static final int TOO_MANY_REQUESTS = 16500;

  private static final int MOST_ATTEMPTS = 6;
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(20), Duration.ofSeconds(1));

  private Commands() {}

  /**
   * Runs a command that does all or nothing.
   *
   * @param what the operation's name, for errors
   * @throws DuplicateKey when a unique index has the key already
   * @throws StoreUnavailable when the engine is away, or did not say whether it was done
   */
  static <T> T run(String what, Supplier<T> command) {
    for (int attempt = 1; ; attempt++) {
      try {
        return command.get();
      } catch (MongoException e) {
        if (isDuplicateKey(e.getCode())) {
          throw new DuplicateKey(null); // the engine's words hold the key, which may be an address
        }
        if (!isThrottled(e.getCode()) || attempt == MOST_ATTEMPTS) {
          throw new StoreUnavailable(what, e);
        }
        waitAfter(attempt);
      }
    }
  }

  /**
   * Runs several commands, which are not to be run again because one of them failed.
   *
   * @throws StoreUnavailable when the engine is away
   */
  static <T> T once(String what, Supplier<T> commands) {
    try {
      return commands.get();
    } catch (MongoException e) {
      throw new StoreUnavailable(what, e);
    }
  }

  static boolean isDuplicateKey(int code) {
    return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
  }

  static boolean isThrottled(int code) {
    return code == TOO_MANY_REQUESTS;
  }

  /** Lets others go first, the longer the more often it went wrong. */
  static void waitAfter(int attempt) {
    LockSupport.parkNanos(BACKOFF.after(attempt).toNanos());
  }
}
