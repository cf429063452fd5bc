package chat.letstalk.email.mail;

import java.time.Duration;

/** Counts what becomes of mails. Thread-safe. */
public interface EmailMeter {

  /** The ways of a mail. */
  enum Outcome {
    /** The server took it. */
    SENT,
    /** The server did not take it yet; another attempt follows, or the dead letters. */
    FAILED,
    /** The server will never take it. */
    REFUSED,
    /** It was worthless before it could be sent. */
    EXPIRED,
    /** It was sent before. */
    REPEATED
  }

  /** Counts one attempt at a mail. */
  void count(Outcome outcome);

  /** How long the server needed to take a mail. */
  void took(Duration duration);
}
