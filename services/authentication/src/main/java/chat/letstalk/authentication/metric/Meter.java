package chat.letstalk.authentication.metric;

/** Counts what happens. Thread-safe. */
@FunctionalInterface
public interface Meter {

  /** What can happen. */
  enum Event {
    TOKENS_ISSUED("Tokens that were issued"),
    TOKENS_REFUSED("Tokens that were presented and are not valid"),
    TOKENS_REVOKED("Tokens that were revoked"),
    CODES_CREATED("Login codes that were made"),
    CODES_ACCEPTED("Login codes that were used"),
    CODES_WRONG_TRIES("Login codes that were entered and are not right"),
    LIMITED("Requests that were refused because a limit was reached"),
    CALLERS_REFUSED("Calls without a known key, or by a service that may not make them");

    private final String description;

    Event(String description) {
      this.description = description;
    }

    /** In words, for operators. */
    String description() {
      return description;
    }
  }

  /** Counts one. */
  void count(Event event);
}
