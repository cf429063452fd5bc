package chat.letstalk.authentication.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.authentication.Unavailable;
import io.grpc.Status;
import org.junit.jupiter.api.Test;

class FailureStatusTest {

  @Test
  void what_is_away_is_unavailable_and_says_to_try_again() {
    Status status =
        FailureStatus.of("codes", new Unavailable("Try again in a moment", null)).getStatus();
    assertThat(status.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(status.getDescription()).isEqualTo("Try again in a moment");
  }
}
