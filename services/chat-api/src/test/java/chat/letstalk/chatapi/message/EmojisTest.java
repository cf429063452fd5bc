package chat.letstalk.chatapi.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmojisTest {

  @ParameterizedTest
  @CsvSource({
    "😀, 1",
    "😀😀, 2",
    "' 😀 \n 😀 ', 2",
    "👍🏽, 1",
    "👩‍👩‍👧‍👦, 1",
    "🇩🇪, 1",
    "🇩🇪🇫🇷, 2",
    "❤️, 1",
    "☀️⭐⌚, 3",
    "🫶, 1"
  })
  void emojis_alone_are_counted_as_people_see_them(String text, int count) {
    assertThat(Emojis.countIfAlone(text)).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hi", "😀 hi", "1", "©", "日本", "a😀", "", " ", "\uD83D", "👍.", "\u202E"})
  void anything_else_counts_nothing(String text) {
    assertThat(Emojis.countIfAlone(text)).isZero();
  }

  @Test
  void a_wall_of_emojis_is_a_text() {
    assertThat(Emojis.countIfAlone("😀".repeat(500_000))).isZero();
  }
}
