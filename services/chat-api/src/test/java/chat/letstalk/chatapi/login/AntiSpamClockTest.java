package chat.letstalk.chatapi.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.chatapi.problem.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AntiSpamClockTest {

  private static final long NOW = 1_764_000_000;

  private final AntiSpamClock antiSpam =
      new AntiSpamClock(Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

  @ParameterizedTest
  @ValueSource(longs = {NOW, NOW - 60, NOW + 60})
  void a_clock_that_is_right_to_the_minute_is_let_in(long token) {
    assertThatCode(() -> antiSpam.check(token)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(longs = {NOW - 61, NOW + 61, 0, -1, NOW * 1000, Long.MIN_VALUE, Long.MAX_VALUE})
  void any_other_is_turned_away_with_a_word_of_help(long token) {
    assertThatThrownBy(() -> antiSpam.check(token))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> {
              assertThat(e.field()).isEqualTo("antiSpamToken");
              assertThat(e).hasMessageContaining("clock");
            });
  }
}
