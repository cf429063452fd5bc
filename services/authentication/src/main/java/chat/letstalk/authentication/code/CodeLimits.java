package chat.letstalk.authentication.code;

import chat.letstalk.authentication.TooManyRequests;
import chat.letstalk.authentication.metric.Meter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How often codes are made for an address and for a source, and how often a source may enter a
 * wrong one. Thread-safe.
 */
public final class CodeLimits {

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  /**
   * The limits as configured.
   *
   * @param codesPer10Minutes for one address
   * @param codesPerDay for one address
   * @param sourceCodesPer10Minutes from one source
   * @param sourceWrongTriesPer10Minutes from one source
   */
  public record Settings(
      long codesPer10Minutes,
      long codesPerDay,
      long sourceCodesPer10Minutes,
      long sourceWrongTriesPer10Minutes) {}

  private final Allowance<EmailAddress> codes;
  private final Allowance<Source> sourceCodes;
  private final Allowance<Source> wrongTries;
  private final Meter meter;

  /** Counts in this process. */
  public CodeLimits(Settings settings, Clock clock, Meter meter) {
    this.codes =
        new Allowance<>(
            clock,
            List.of(
                new Allowance.Limit(settings.codesPer10Minutes(), TEN_MINUTES),
                new Allowance.Limit(settings.codesPerDay(), Duration.ofDays(1))));
    this.sourceCodes =
        new Allowance<>(
            clock, List.of(new Allowance.Limit(settings.sourceCodesPer10Minutes(), TEN_MINUTES)));
    this.wrongTries =
        new Allowance<>(
            clock,
            List.of(new Allowance.Limit(settings.sourceWrongTriesPer10Minutes(), TEN_MINUTES)));
    this.meter = meter;
  }

  /**
   * Counts a code that is about to be made.
   *
   * @throws TooManyRequests when it must not be
   */
  void countCode(EmailAddress address, Source source) {
    sourceCodes
        .take(source)
        .ifPresent(wait -> refuse("Too many codes were asked for from your network", wait));
    codes
        .take(address)
        .ifPresent(wait -> refuse("Too many codes were asked for this address", wait));
  }

  /**
   * Counts a try before it is known what comes of it, so that tries at the same time count too.
   *
   * @throws TooManyRequests when it must not be made
   */
  void countTry(Source source) {
    wrongTries
        .take(source)
        .ifPresent(wait -> refuse("Too many wrong codes came from your network", wait));
  }

  /** The try was right, and right ones do not count. */
  void forgiveTry(Source source) {
    wrongTries.giveBack(source);
  }

  private void refuse(String message, Duration wait) {
    meter.count(Meter.Event.LIMITED);
    throw new TooManyRequests(message, wait);
  }
}
