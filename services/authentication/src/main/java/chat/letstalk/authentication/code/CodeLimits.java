package chat.letstalk.authentication.code;

import chat.letstalk.authentication.TooManyRequests;
import chat.letstalk.authentication.code.Allowance.Limit;
import chat.letstalk.authentication.code.LoginCodeStore.Outcome;
import chat.letstalk.authentication.metric.Meter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How often codes are made, and how often wrong ones may be entered: for an address, which keeps
 * guessing over many codes hopeless, and for a source. Counts in this process. Thread-safe.
 */
public final class CodeLimits {

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration DAY = Duration.ofDays(1);

  /**
   * The limits as configured.
   *
   * @param codesPer10Minutes for one address
   * @param codesPerDay for one address
   * @param wrongTriesPerDay for one address
   * @param sourceCodesPer10Minutes from one source
   * @param sourceWrongTriesPer10Minutes from one source
   */
  public record Settings(
      long codesPer10Minutes,
      long codesPerDay,
      long wrongTriesPerDay,
      long sourceCodesPer10Minutes,
      long sourceWrongTriesPer10Minutes) {}

  private final Allowance<EmailAddress> codes;
  private final Allowance<EmailAddress> wrongTries;
  private final Allowance<Source> sourceCodes;
  private final Allowance<Source> sourceWrongTries;
  private final Meter meter;

  /** Nothing has been counted yet. */
  public CodeLimits(Settings settings, Clock clock, Meter meter) {
    this.codes =
        new Allowance<>(
            clock,
            List.of(
                new Limit(settings.codesPer10Minutes(), TEN_MINUTES),
                new Limit(settings.codesPerDay(), DAY)));
    this.wrongTries = new Allowance<>(clock, List.of(new Limit(settings.wrongTriesPerDay(), DAY)));
    this.sourceCodes =
        new Allowance<>(clock, List.of(new Limit(settings.sourceCodesPer10Minutes(), TEN_MINUTES)));
    this.sourceWrongTries =
        new Allowance<>(
            clock, List.of(new Limit(settings.sourceWrongTriesPer10Minutes(), TEN_MINUTES)));
    this.meter = meter;
  }

  /**
   * Counts a code that is about to be made.
   *
   * @throws TooManyRequests when it must not be
   */
  void countCode(EmailAddress address, Source source) {
    wrongTries.mustWait(address).ifPresent(this::refuseTry);
    sourceCodes
        .take(source)
        .ifPresent(wait -> refuse("Too many codes were asked for from your network", wait));
    codes
        .take(address)
        .ifPresent(wait -> refuse("Too many codes were asked for this address", wait));
  }

  /**
   * Counts a try before it is made, so that tries at the same time count too.
   *
   * @throws TooManyRequests when it must not be made
   */
  void countTry(EmailAddress address, Source source) {
    sourceWrongTries
        .take(source)
        .ifPresent(wait -> refuse("Too many wrong codes came from your network", wait));
    wrongTries.take(address).ifPresent(this::refuseTry);
  }

  /**
   * Takes the counting back where it was for nothing: a right code harms nobody, and where there is
   * no code nothing can be guessed, so that nobody locks an address by trying.
   */
  void settleTry(EmailAddress address, Source source, Outcome outcome) {
    if (outcome == Outcome.RIGHT) {
      sourceWrongTries.giveBack(source);
    }
    if (outcome != Outcome.WRONG) {
      wrongTries.giveBack(address);
    }
  }

  private void refuseTry(Duration wait) {
    refuse("Too many wrong codes were entered for this address", wait);
  }

  private void refuse(String message, Duration wait) {
    meter.count(Meter.Event.LIMITED);
    throw new TooManyRequests(message, wait);
  }
}
