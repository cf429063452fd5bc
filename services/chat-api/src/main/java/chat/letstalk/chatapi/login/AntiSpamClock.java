package chat.letstalk.chatapi.login;

import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.scope.Shared;
import jakarta.inject.Inject;
import java.time.Clock;

/** Turns away programs that do not even know what time it is. */
@Shared
public class AntiSpamClock {

  /** Clocks of phones and laptops differ by less. */
  private static final long TOLERANCE_SECONDS = 60;

  private final Clock clock;

  @Inject
  public AntiSpamClock(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param token the client's clock in unix seconds
   * @throws InvalidInput when it is off by more than a minute
   */
  void check(long token) {
    long now = clock.instant().getEpochSecond();
    if (token < now - TOLERANCE_SECONDS || token > now + TOLERANCE_SECONDS) {
      throw new InvalidInput("antiSpamToken", "Please set the clock of your device");
    }
  }
}
