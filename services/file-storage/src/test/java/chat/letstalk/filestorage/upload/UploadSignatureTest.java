package chat.letstalk.filestorage.upload;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.filestorage.problem.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UploadSignatureTest {

  private static final String OLD_KEY = "the old key, which will not last for ever";
  private static final String NEW_KEY = "the new key, which came when the old one was old";

  private final UUID account = UUID.randomUUID();
  private final UploadedImage image = new UploadedImage("id", 1, 2, 4, 1);

  private static UploadSignature with(String... keys) {
    return new UploadSignature(List.of(keys), Duration.ofHours(1), Clock.systemUTC());
  }

  @Test
  void a_key_can_be_changed_without_refusing_what_was_just_uploaded() {
    String signedBefore = with(OLD_KEY).sign(image, account);
    String signedMeanwhile = with(NEW_KEY, OLD_KEY).sign(image, account);
    assertThatCode(() -> with(NEW_KEY, OLD_KEY).check(image, signedBefore, account))
        .doesNotThrowAnyException();
    assertThatCode(() -> with(NEW_KEY).check(image, signedMeanwhile, account))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> with(NEW_KEY).check(image, signedBefore, account))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void a_short_key_is_refused_without_being_named() {
    assertThatThrownBy(() -> with(OLD_KEY, "short"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("letstalk.file-storage.signature-key")
        .hasMessageNotContaining("short,")
        .hasMessageNotContaining(OLD_KEY);
  }
}
