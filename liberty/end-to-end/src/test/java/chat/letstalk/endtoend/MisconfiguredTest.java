package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.stack.StackException;
import org.junit.jupiter.api.Test;

/** What cannot be is said by whoever starts it, not by the first who needs it. */
class MisconfiguredTest {

  @Test
  void a_secret_that_cannot_be_read_ends_the_start_and_is_named() {
    assertThatThrownBy(
            () ->
                Stack.of(
                    Stack.fresh("misconfigured")
                        .with("LETSTALK_SMTP_PASSWORD_FILE", "/nowhere/secret")))
        .isInstanceOf(StackException.class)
        .hasMessageContainingAll(
            "email did not start", "letstalk.smtp.password-file is \"/nowhere/secret\"");
  }
}
