package chat.letstalk.filestorage.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.filestorage.Counts;
import chat.letstalk.filestorage.metric.FileMeter.Refusal;
import chat.letstalk.filestorage.problem.TooManyRequests;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UploadAdmissionTest {

  private final Counts meter = new Counts();
  private final UUID alice = UUID.randomUUID();

  private UploadAdmission admission(int atATime, int perTenMinutes) {
    return new UploadAdmission(atATime, perTenMinutes, Duration.ofSeconds(60), meter);
  }

  @Test
  void as_many_come_in_as_there_are_places_and_the_next_when_one_has_left() {
    UploadAdmission admission = admission(2, 100);
    UploadAdmission.Place first = admission.enter(UUID.randomUUID());
    UploadAdmission.Place second = admission.enter(UUID.randomUUID());
    assertThatThrownBy(() -> admission.enter(alice)).isInstanceOf(TooManyRequests.class);
    assertThat(meter.refusals(Refusal.BUSY)).isEqualTo(1);
    first.close();
    first.close();
    try (UploadAdmission.Place third = admission.enter(alice)) {
      assertThat(third).isNotNull();
      assertThatThrownBy(() -> admission.enter(alice)).isInstanceOf(TooManyRequests.class);
    }
    second.close();
  }

  @Test
  void one_account_does_not_take_all_places() {
    UploadAdmission admission = admission(100, 100);
    for (int n = 0; n < 4; n++) {
      assertThat(admission.enter(alice)).isNotNull();
    }
    assertThatThrownBy(() -> admission.enter(alice)).isInstanceOf(TooManyRequests.class);
    assertThat(admission.enter(UUID.randomUUID())).isNotNull();
  }

  @Test
  void an_account_that_has_used_up_its_uploads_is_told_when_to_come_back() {
    UploadAdmission admission = admission(100, 2);
    admission.enter(alice).close();
    admission.enter(alice).close();
    assertThatThrownBy(() -> admission.enter(alice))
        .isInstanceOfSatisfying(
            TooManyRequests.class, e -> assertThat(e.retryAfterSeconds()).isBetween(200L, 300L));
    assertThat(meter.refusals(Refusal.RATE)).isEqualTo(1);
  }
}
