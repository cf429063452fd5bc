package chat.letstalk.authentication.metric;

/** Counts what happens. Thread-safe. */
@FunctionalInterface
public interface Meter {

  /** What can happen. */
  enum Event {
    /** Tokens that were issued. */
    TOKENS_ISSUED,
    /** Tokens that were presented and are not valid. */
    TOKENS_REFUSED,
    /** Tokens that were revoked. */
    TOKENS_REVOKED,
    /** Login codes that were made. */
    CODES_CREATED,
    /** Login codes that were used. */
    CODES_ACCEPTED,
    /** Login codes that were entered and are not right. */
    CODES_WRONG_TRIES,
    /** Requests that were refused because a limit was reached. */
    LIMITED,
    /** Calls without a known key, or by a service that may not make them. */
    CALLERS_REFUSED
  }

  /** Counts one. */
  void count(Event event);
}
