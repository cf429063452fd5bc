package chat.letstalk.authentication.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.letstalk.authentication.client.AuthenticationClient;
import chat.letstalk.authentication.client.AuthenticationUnavailable;
import chat.letstalk.authentication.client.CreatedLoginCode;
import chat.letstalk.authentication.client.InvalidArgument;
import chat.letstalk.authentication.client.TooManyRequests;
import chat.letstalk.authentication.client.ValidatedToken;
import chat.letstalk.authentication.metric.Meter.Event;
import chat.letstalk.grpc.server.GrpcServer;
import chat.letstalk.grpc.server.GrpcSettings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real server and the real client of lib-authentication-client. */
class AuthenticationServerTest {

  private static final String ACCOUNT = UUID.randomUUID().toString();
  private static final String ALICE = "alice@example.com";
  private static final String HOME = "192.0.2.7";

  @TempDir private Path shared;
  private Replica replica;
  private AuthenticationClient chatApi;
  private AuthenticationClient notification;

  @BeforeEach
  void a_replica_and_two_services() {
    replica = Replica.sharing(shared);
    chatApi = replica.clientWith(Replica.CHAT_API_KEY);
    notification = replica.clientWith(Replica.NOTIFICATION_KEY);
  }

  @AfterEach
  void stop() {
    chatApi.close();
    notification.close();
    replica.close();
  }

  private String token() {
    return chatApi.issue(ACCOUNT, ALICE, List.of("user")).token();
  }

  @Test
  void a_token_that_was_issued_is_valid_for_every_service() {
    var issued = chatApi.issue(ACCOUNT, ALICE, List.of("user"));
    ValidatedToken valid = notification.validate(issued.token()).orElseThrow();
    assertThat(valid.accountId()).isEqualTo(ACCOUNT);
    assertThat(valid.groups()).containsExactly("user");
    assertThat(valid.expiresAt()).isEqualTo(issued.expiresAt()).isAfter(Instant.now());
    assertThat(chatApi.validate(issued.token())).contains(valid);
  }

  @Test
  void an_unusable_token_is_an_ordinary_answer() {
    assertThat(notification.validate("nonsense")).isEmpty();
    assertThat(notification.validate(token() + "x")).isEmpty();
    assertThat(notification.validate("x".repeat(1 << 20))).isEmpty();
    assertThat(notification.validate("")).isEmpty();
  }

  @Test
  void a_revoked_token_is_listed_and_refused() {
    String token = token();
    String tokenId = notification.validate(token).orElseThrow().tokenId();
    assertThat(notification.listRevoked()).isEmpty();
    chatApi.revoke(token);
    chatApi.revoke(token);
    assertThat(notification.validate(token)).isEmpty();
    assertThat(notification.listRevoked()).containsExactly(tokenId);
  }

  @Test
  void only_tokens_of_ours_can_be_revoked() {
    assertThatThrownBy(() -> chatApi.revoke("nonsense"))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("This is no valid token of ours");
  }

  @Test
  void somebody_signs_in_with_a_code() {
    CreatedLoginCode created = chatApi.createLoginCode(" Alice@Example.com", HOME);
    assertThat(created.isNew()).isTrue();
    assertThat(created.code()).isBetween(1000, 9999);
    assertThat(created.validInSeconds()).isEqualTo(120);
    assertThat(created.email()).isEqualTo(ALICE);
    var again = chatApi.createLoginCode(ALICE, HOME);
    assertThat(again.isNew()).isFalse();
    assertThat(again.validInSeconds()).isBetween(1, 120);
    assertThat(chatApi.checkLoginCode(ALICE, 0, HOME).accepted()).isFalse();
    var checked = chatApi.checkLoginCode("ALICE@example.com", created.code(), HOME);
    assertThat(checked.accepted()).isTrue();
    assertThat(checked.email()).isEqualTo(ALICE);
    assertThat(chatApi.checkLoginCode(ALICE, created.code(), HOME).accepted()).isFalse();
  }

  @Test
  void what_cannot_be_worked_with_is_called_so() {
    assertThatThrownBy(() -> chatApi.createLoginCode("nobody", HOME))
        .isInstanceOf(InvalidArgument.class);
    assertThatThrownBy(() -> chatApi.checkLoginCode("a@b@example.com", 1234, HOME))
        .isInstanceOf(InvalidArgument.class);
    assertThatThrownBy(() -> chatApi.createLoginCode(ALICE, "somewhere"))
        .isInstanceOf(InvalidArgument.class);
    assertThatThrownBy(() -> chatApi.issue("alice", ALICE, List.of("user")))
        .isInstanceOf(InvalidArgument.class);
  }

  @Test
  void whoever_asks_too_often_is_told_how_long_to_wait() {
    for (int i = 0; i < 3; i++) {
      int code = chatApi.createLoginCode(ALICE, HOME).code();
      assertThat(chatApi.checkLoginCode(ALICE, code, HOME).accepted()).isTrue();
    }
    assertThatExceptionOfType(TooManyRequests.class)
        .isThrownBy(() -> chatApi.createLoginCode(ALICE, HOME))
        .withMessage("Too many codes were asked for this address")
        .extracting(TooManyRequests::retryAfter)
        .satisfies(wait -> assertThat(wait).isBetween(seconds(150), seconds(200)));
    assertThat(replica.counts.of(Event.LIMITED)).isEqualTo(1);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void when_the_server_is_away_calls_end_soon_and_work_again_when_it_is_back() {
    String token = token();
    int port = replica.port();
    replica.close();
    assertThatThrownBy(() -> notification.validate(token))
        .isInstanceOf(AuthenticationUnavailable.class);
    replica = Replica.sharing(shared, port);
    await()
        .ignoreExceptionsInstanceOf(AuthenticationUnavailable.class)
        .until(() -> notification.validate(token).isPresent());
  }

  @Test
  void a_port_that_is_taken_is_named() {
    var settings =
        new GrpcSettings("authentication", "127.0.0.1", replica.port(), seconds(1), 1024, 1);
    assertThatThrownBy(() -> new GrpcServer(settings, List.of()).start())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(String.valueOf(replica.port()))
        .hasMessageContaining("letstalk.authentication.grpc");
  }

  @Test
  void a_server_that_has_ended_serves_no_more() {
    assertThat(replica.server().isServing()).isTrue();
    assertThat(replica.server().hasEnded()).isFalse();
    replica.close();
    assertThat(replica.server().isServing()).isFalse();
    assertThat(replica.server().hasEnded()).isTrue();
  }
}
