package chat.letstalk.grpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {

  private static final String KEY = "letstalk.somewhere.callers";
  private static final String CHAT_API_KEY = "c".repeat(32);
  private static final String NOTIFICATION_KEY = "n:" + "n".repeat(40);

  private final Callers callers =
      Callers.of(
          KEY, List.of("chat-api:" + CHAT_API_KEY, " notification:" + NOTIFICATION_KEY + " "));

  @Test
  void a_service_is_known_by_its_key() {
    assertThat(callers.byKey(CHAT_API_KEY)).containsExactly("chat-api");
    assertThat(callers.byKey(NOTIFICATION_KEY)).containsExactly("notification");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c", "cccccccccccccccccccccccccccccccC", "chat-api", "\u0000"})
  void nobody_is_known_by_any_other(String key) {
    assertThat(callers.byKey(key)).isEmpty();
  }

  @Test
  void while_a_key_is_changed_the_old_and_the_new_one_are_good() {
    Callers changing =
        Callers.of(KEY, List.of("chat-api:" + "o".repeat(32), "chat-api:" + "n".repeat(32)));
    assertThat(changing.byKey("o".repeat(32))).isEqualTo(changing.byKey("n".repeat(32)));
  }

  @Test
  void services_that_share_a_process_may_share_a_key() {
    Callers sharing = Callers.of(KEY, List.of("a:" + CHAT_API_KEY, "b:" + CHAT_API_KEY));
    assertThat(sharing.byKey(CHAT_API_KEY)).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chat-api",
        "chat-api:",
        ":0123456789012345678901234567890123456789",
        "",
        "x:short"
      })
  void an_entry_that_cannot_work_is_named_by_its_place_and_no_key_is_shown(String entry) {
    assertThatThrownBy(() -> Callers.of(KEY, List.of("chat-api:" + CHAT_API_KEY, entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Entry 2 of " + KEY)
        .hasMessageNotContaining("short")
        .hasMessageNotContaining("0123456789")
        .hasMessageNotContaining(CHAT_API_KEY);
  }

  @Test
  void at_least_one_service_must_be_named() {
    assertThatThrownBy(() -> Callers.of(KEY, List.of())).hasMessageContaining(KEY);
  }
}
