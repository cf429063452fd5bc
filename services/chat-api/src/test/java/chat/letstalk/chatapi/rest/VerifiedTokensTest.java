package chat.letstalk.chatapi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.rest.VerifiedTokens.Verified;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final InstantSource time = () -> now;
  private final VerifiedTokens tokens = new VerifiedTokens(time.withZone(ZoneOffset.UTC));
  private final List<String> asked = new ArrayList<>();
  private Optional<Verified> answer = Optional.of(lasting(Duration.ofDays(1)));

  private Verified lasting(Duration duration) {
    return new Verified(new AccountId(Uuids.next()), "a token's id", now.plus(duration));
  }

  private Optional<Verified> look(String token) {
    return tokens.of(
        token,
        text -> {
          asked.add(text);
          return answer;
        });
  }

  @Test
  void a_good_token_is_verified_once_a_minute() {
    look("good");
    now = now.plusSeconds(59);
    assertThat(look("good")).isEqualTo(answer);
    assertThat(asked).containsExactly("good");
    now = now.plusSeconds(2);
    look("good");
    assertThat(asked).containsExactly("good", "good");
  }

  @Test
  void a_token_that_ends_within_the_minute_is_looked_at_again_from_then_on() {
    answer = Optional.of(lasting(Duration.ofSeconds(5)));
    look("short");
    now = now.plusSeconds(5);
    answer = Optional.empty();
    assertThat(look("short")).isEmpty();
    assertThat(asked).hasSize(2);
  }

  @Test
  void a_bad_token_is_never_remembered() {
    answer = Optional.empty();
    assertThat(look("bad")).isEmpty();
    assertThat(look("bad")).isEmpty();
    assertThat(asked).hasSize(2);
  }

  @Test
  void one_token_says_nothing_of_another() {
    Optional<Verified> first = look("first");
    answer = Optional.of(lasting(Duration.ofDays(1)));
    assertThat(look("second")).isEqualTo(answer).isNotEqualTo(first);
  }
}
