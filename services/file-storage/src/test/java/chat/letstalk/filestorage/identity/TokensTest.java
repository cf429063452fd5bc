package chat.letstalk.filestorage.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.letstalk.contracts.fileupload.ImageRole;
import chat.letstalk.filestorage.FileServerTest;
import chat.letstalk.filestorage.TestPictures;
import chat.letstalk.filestorage.metric.FileMeter.Refusal;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, over real gRPC and with a real connection to authentication. */
class TokensTest extends FileServerTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "Bearer",
        "Bearer ",
        "nonsense",
        "eyJhbGciOiJub25lIn0.e30.",
        "Basic YTpi"
      })
  void without_a_valid_token_nothing_works(String authorization) {
    var stub = server.grpc(authorization);
    refused(
        Status.Code.UNAUTHENTICATED,
        "Sign in first.",
        () ->
            stub.uploadImageAsync(
                request(ImageRole.IMAGE_ROLE_MESSAGE, TestPictures.webp(10, 10))));
    String id = uploads(alice, TestPictures.webp(10, 10)).getId();
    refused(
        Status.Code.UNAUTHENTICATED, "Sign in first.", () -> stub.downloadImageAsync(asked(id)));
    assertThat(server.meter.refusals(Refusal.TOKEN)).isEqualTo(2);
  }

  @Test
  void a_huge_token_is_refused_like_any_other() {
    var stub = server.grpc("x".repeat(7000));
    refused(
        Status.Code.UNAUTHENTICATED, "Sign in first.", () -> stub.downloadImageAsync(asked("id")));
  }

  @Test
  void a_token_may_come_bare_or_as_a_bearer() {
    String id = uploads(alice, TestPictures.webp(10, 10)).getId();
    String token = server.authentication.tokenOf(alice);
    assertThat(server.grpc(token).downloadImageAsync(asked(id)).getWidth()).isEqualTo(10);
    assertThat(server.grpc("Bearer " + token).downloadImageAsync(asked(id)).getWidth())
        .isEqualTo(10);
    assertThat(server.grpc("bearer " + token).downloadImageAsync(asked(id)).getWidth())
        .isEqualTo(10);
  }

  @Test
  void a_page_full_of_avatars_costs_one_question() {
    String id = uploads(alice, TestPictures.webp(10, 10)).getId();
    var stub = server.grpc(server.authentication.tokenOf(alice));
    int before = server.authentication.questions();
    for (int n = 0; n < 50; n++) {
      assertThat(stub.downloadImageAsync(asked(id)).getWidth()).isEqualTo(10);
    }
    assertThat(server.authentication.questions() - before).isEqualTo(1);
  }

  @Test
  void a_revoked_token_stops_working_though_it_is_remembered() {
    String id = uploads(alice, TestPictures.webp(10, 10)).getId();
    String token = server.authentication.tokenOf(alice);
    var stub = server.grpc(token);
    assertThat(stub.downloadImageAsync(asked(id)).getWidth()).isEqualTo(10);
    server.authentication.revoke(token);
    refused(
        Status.Code.UNAUTHENTICATED, "Sign in first.", () -> stub.downloadImageAsync(asked(id)));
  }

  @Test
  void while_authentication_is_away_known_tokens_work_and_unknown_ones_are_asked_to_wait() {
    String id = uploads(alice, TestPictures.webp(10, 10)).getId();
    var known = server.grpc(server.authentication.tokenOf(alice));
    assertThat(known.downloadImageAsync(asked(id)).getWidth()).isEqualTo(10);
    var unknown = server.grpc(server.authentication.tokenOf(alice));
    server.authentication.goAway();
    assertThat(known.downloadImageAsync(asked(id)).getWidth()).isEqualTo(10);
    assertThat(
            catchThrowableOfType(
                    StatusRuntimeException.class, () -> unknown.downloadImageAsync(asked(id)))
                .getStatus()
                .getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
  }
}
