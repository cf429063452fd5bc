package chat.letstalk.lambda.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LambdaSettingsTest {

  private final Map<String, String> values =
      new HashMap<>(Map.of("a.lambda.function", "f", "a.lambda.answer-within", "PT30S"));

  private LambdaSettings read() {
    return LambdaSettings.read("a.lambda.", 4, key -> Optional.ofNullable(values.get(key)));
  }

  @Test
  void what_is_not_set_is_left_to_the_sdk() {
    values.put("a.lambda.region", " ");

    assertThat(read())
        .isEqualTo(
            new LambdaSettings(
                "a.lambda.", "f", Optional.empty(), Optional.empty(), Duration.ofSeconds(30), 4));
  }

  @Test
  void another_place_can_be_named() {
    values.put("a.lambda.region", "eu-central-1");
    values.put("a.lambda.endpoint", "http://127.0.0.1:9001");

    assertThat(read().region()).contains("eu-central-1");
    assertThat(read().endpoint()).contains(URI.create("http://127.0.0.1:9001"));
  }

  @Test
  void a_value_that_is_missing_or_of_no_use_is_named() {
    values.put("a.lambda.answer-within", "soon");
    assertThatIllegalArgumentException()
        .isThrownBy(this::read)
        .withMessage("a.lambda.answer-within is soon, which cannot be read");
    values.remove("a.lambda.answer-within");
    assertThatIllegalArgumentException()
        .isThrownBy(this::read)
        .withMessage("a.lambda.answer-within is missing");
  }
}
