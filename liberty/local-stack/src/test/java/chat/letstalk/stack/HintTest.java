package chat.letstalk.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HintTest {

  private final List<String> said = new ArrayList<>();

  private Hint after(Duration time) {
    return new Hint(time, () -> said.add("look there"));
  }

  @Test
  void it_is_given_once() {
    Hint due = after(Duration.ZERO);
    due.giveIfDue();
    due.giveIfDue();
    assertThat(said).containsExactly("look there");
  }

  @Test
  void nobody_hears_it_early() {
    after(Duration.ofHours(1)).giveIfDue();
    assertThat(said).isEmpty();
  }
}
