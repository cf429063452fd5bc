package chat.letstalk.chatapi.mongodb;

import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;

/** Says what is wrong with the database, which key it is about and what to do. */
final class Problem {

  /** Unauthorized: signed in, but not allowed. */
  private static final int UNAUTHORIZED = 13;

  /** Retryable writes are not supported (DocumentDB 301; IllegalOperation of others 20). */
  private static final int NO_RETRYABLE_WRITES = 301;

  private static final int ILLEGAL_OPERATION = 20;

  private Problem() {}

  /** One sentence without secrets. */
  static String of(MongoException error, MongoSettings settings) {
    String who = settings.user().map(user -> "\"" + user + "\"").orElse("not set");
    if (error instanceof MongoSecurityException) {
      return "letstalk.mongodb.user is %s: the database refuses the sign-in. Correct it, letstalk.mongodb.password or letstalk.mongodb.user-database (\"%s\")"
          .formatted(who, settings.userDatabase());
    }
    if (error.getCode() == UNAUTHORIZED) {
      return "letstalk.mongodb.user is %s: that may not use the database \"%s\". Give him the role readWrite there"
          .formatted(who, settings.database());
    }
    if (error.getCode() == NO_RETRYABLE_WRITES || error.getCode() == ILLEGAL_OPERATION) {
      return "letstalk.mongodb.retry-writes is %s: this engine knows no retryable writes. Set it to false"
          .formatted(settings.retryWrites().map(String::valueOf).orElse("not set"));
    }
    String found =
        error instanceof MongoTimeoutException ? "no server answers there" : "that failed";
    return "letstalk.mongodb.url is \"%s\": %s. Start the database, or correct the address or its TLS; the driver says: %s"
        .formatted(settings.shownUrl(), found, error.getMessage());
  }
}
