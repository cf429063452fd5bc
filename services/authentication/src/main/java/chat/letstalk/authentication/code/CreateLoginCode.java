package chat.letstalk.authentication.code;

import chat.letstalk.authentication.InvalidInput;
import chat.letstalk.authentication.TooManyRequests;
import chat.letstalk.authentication.metric.Meter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Makes a code for an address, unless it has one that can still be used. */
public final class CreateLoginCode {

  /** Four digits without a leading zero: clients send codes as JSON numbers. */
  private static final int LOWEST = 1000;

  private static final int HIGHEST = 9999;

  private final LoginCodeStore codes;
  private final CodeLimits limits;
  private final CodeSettings settings;
  private final Clock clock;
  private final Meter meter;
  private final SecureRandom random = new SecureRandom();

  /** Keeps codes in the given store. */
  public CreateLoginCode(
      LoginCodeStore codes, CodeLimits limits, CodeSettings settings, Clock clock, Meter meter) {
    this.codes = codes;
    this.limits = limits;
    this.settings = settings;
    this.clock = clock;
    this.meter = meter;
  }

  /**
   * Creates a code, or says how long the present one still lives.
   *
   * @param email as somebody typed it
   * @param source an IP address
   * @throws InvalidInput when one of them is not what it should be
   * @throws TooManyRequests when the address or the source has asked too often
   */
  public CreatedLoginCode create(String email, String source) {
    EmailAddress address = EmailAddress.of(email);
    Source from = Source.of(source);
    return codes
        .validUntil(address)
        .map(present -> alreadySent(address, present))
        .orElseGet(() -> make(address, from));
  }

  private CreatedLoginCode make(EmailAddress address, Source source) {
    limits.countCode(address, source);
    int digits = random.nextInt(LOWEST, HIGHEST + 1);
    Instant expiresAt = clock.instant().plus(settings.lifetime());
    return codes
        .keepUnlessPresent(address, new LoginCode(digits, expiresAt, settings.tries()))
        .map(present -> alreadySent(address, present))
        .orElseGet(
            () -> {
              meter.count(Meter.Event.CODES_CREATED);
              return new CreatedLoginCode(digits, secondsUntil(expiresAt), address);
            });
  }

  private CreatedLoginCode alreadySent(EmailAddress address, Instant validUntil) {
    return new CreatedLoginCode(0, secondsUntil(validUntil), address);
  }

  private int secondsUntil(Instant end) {
    long millis = Duration.between(clock.instant(), end).toMillis();
    return (int) Math.max(1, (millis + 999) / 1000);
  }
}
