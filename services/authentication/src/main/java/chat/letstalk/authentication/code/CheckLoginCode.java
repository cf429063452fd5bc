package chat.letstalk.authentication.code;

import chat.letstalk.authentication.InvalidInput;
import chat.letstalk.authentication.TooManyRequests;
import chat.letstalk.authentication.Unavailable;
import chat.letstalk.authentication.code.LoginCodeStore.Outcome;
import chat.letstalk.authentication.metric.Meter;

/** Checks a code that somebody entered; the right one works once. */
public final class CheckLoginCode {

  private final LoginCodeStore codes;
  private final CodeLimits limits;
  private final Meter meter;

  /** Looks for codes in the given store. */
  public CheckLoginCode(LoginCodeStore codes, CodeLimits limits, Meter meter) {
    this.codes = codes;
    this.limits = limits;
    this.meter = meter;
  }

  /**
   * Checks a code and uses it up when it fits. A wrong one and one that has expired look the same.
   *
   * @param email as somebody typed it
   * @param digits as somebody typed them
   * @param source an IP address
   * @throws InvalidInput when address or source is not what it should be
   * @throws TooManyRequests when the source has entered, or the address was tried with, too many
   *     wrong codes
   * @throws Unavailable when it cannot be checked; it may have cost a try
   */
  public CheckedLoginCode check(String email, int digits, String source) {
    EmailAddress address = EmailAddress.of(email);
    Source from = Source.of(source);
    limits.countTry(address, from);
    Outcome outcome = use(address, digits, from);
    limits.settleTry(address, from, outcome);
    boolean accepted = outcome == Outcome.RIGHT;
    meter.count(accepted ? Meter.Event.CODES_ACCEPTED : Meter.Event.CODES_WRONG_TRIES);
    return new CheckedLoginCode(accepted, address);
  }

  /** Nobody is kept out for tries that could not be made. */
  private Outcome use(EmailAddress address, int digits, Source from) {
    try {
      return codes.use(address, digits);
    } catch (Unavailable e) {
      limits.settleTry(address, from, Outcome.NO_CODE);
      throw e;
    }
  }
}
