package chat.letstalk.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {

  private static final Path DATA = Path.of("/somewhere/.letstalk");

  @Test
  void without_words_everything_is_measured_on_the_checkouts_own_stack() {
    BenchOptions options = parsed();
    assertThat(options.data()).isEqualTo(DATA);
    assertThat(options.only()).isEmpty();
    assertThat(options.json()).isEmpty();
    assertThat(options.idleConnections()).isEqualTo(5000);
    assertThat(options.messages()).isEqualTo(1_000_000);
    assertThat(options.combinations()).isFalse();
  }

  @Test
  void quick_takes_less_of_everything_and_leaves_the_rest_to_the_other_words() {
    BenchOptions options = parsed("--quick", "--connections", "70");
    assertThat(options.seconds()).isLessThan(parsed().seconds());
    assertThat(options.chats()).isLessThan(parsed().chats());
    assertThat(options.idleConnections()).isEqualTo(70);
    assertThat(options.messages()).isLessThan(parsed().messages());
  }

  @Test
  void every_word_is_heard() {
    BenchOptions options =
        parsed(
            "--seconds",
            "7",
            "--only",
            "sends,idle",
            "--json",
            "a.json",
            "--data",
            "/b",
            "--concurrency",
            "9",
            "--messages",
            "2000000",
            "--combinations",
            "--with",
            "mongodb,aws");
    assertThat(options.seconds()).isEqualTo(7);
    assertThat(options.only()).containsExactly("sends", "idle");
    assertThat(options.json()).contains(Path.of("a.json"));
    assertThat(options.data()).isEqualTo(Path.of("/b"));
    assertThat(options.concurrency()).isEqualTo(9);
    assertThat(options.messages()).isEqualTo(2_000_000);
    assertThat(options.combinations()).isTrue();
    assertThat(options.with()).containsExactly("mongodb", "aws");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "1.5", ""})
  void a_number_that_is_none_is_named(String number) {
    assertThatThrownBy(() -> parsed("--seconds", number))
        .isInstanceOf(BenchException.class)
        .hasMessage("--seconds must be a number from 1 on, not '" + number + "'.");
  }

  @Test
  void an_unknown_word_is_named() {
    assertThatThrownBy(() -> parsed("--fast"))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("no option --fast");
  }

  @Test
  void a_missing_value_is_named() {
    assertThatThrownBy(() -> parsed("--json"))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("--json needs a value");
  }

  private static BenchOptions parsed(String... words) {
    return BenchOptions.parse(List.of(words), DATA);
  }
}
