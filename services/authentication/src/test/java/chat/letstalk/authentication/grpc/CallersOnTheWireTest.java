package chat.letstalk.authentication.grpc;

import static io.grpc.Metadata.ASCII_STRING_MARSHALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.letstalk.authentication.metric.Meter.Event;
import chat.letstalk.contracts.authentication.v1.CheckLoginCodeRequest;
import chat.letstalk.contracts.authentication.v1.CreateLoginCodeRequest;
import chat.letstalk.contracts.authentication.v1.IssueTokenRequest;
import chat.letstalk.contracts.authentication.v1.ListRevokedRequest;
import chat.letstalk.contracts.authentication.v1.LoginCodesGrpc;
import chat.letstalk.contracts.authentication.v1.RevokeTokenRequest;
import chat.letstalk.contracts.authentication.v1.TokensGrpc;
import chat.letstalk.contracts.authentication.v1.ValidateTokenRequest;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody but the services that are configured gets an answer, and each only its own. */
class CallersOnTheWireTest {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", ASCII_STRING_MARSHALLER);

  @TempDir private Path shared;
  private Replica replica;
  private ManagedChannel connection;

  @BeforeEach
  void a_connection() {
    replica = Replica.sharing(shared);
    connection = NettyChannelBuilder.forAddress("127.0.0.1", replica.port()).usePlaintext().build();
  }

  @AfterEach
  void stop() {
    connection.shutdownNow();
    replica.close();
  }

  private Channel presenting(String authorization) {
    Metadata metadata = new Metadata();
    if (authorization != null) {
      metadata.put(AUTHORIZATION, authorization);
    }
    return ClientInterceptors.intercept(
        connection, MetadataUtils.newAttachHeadersInterceptor(metadata));
  }

  private static List<Callable<?>> readingCalls(Channel channel) {
    var tokens = TokensGrpc.newBlockingStub(channel);
    return List.of(
        () -> tokens.validate(ValidateTokenRequest.getDefaultInstance()),
        () -> tokens.listRevoked(ListRevokedRequest.getDefaultInstance()));
  }

  private static List<Callable<?>> signInCalls(Channel channel) {
    var tokens = TokensGrpc.newBlockingStub(channel);
    var codes = LoginCodesGrpc.newBlockingStub(channel);
    return List.of(
        () -> tokens.issue(IssueTokenRequest.getDefaultInstance()),
        () -> tokens.revoke(RevokeTokenRequest.getDefaultInstance()),
        () -> codes.create(CreateLoginCodeRequest.getDefaultInstance()),
        () -> codes.check(CheckLoginCodeRequest.getDefaultInstance()));
  }

  private static List<Status.Code> answers(List<Callable<?>> calls) {
    return calls.stream().map(CallersOnTheWireTest::codeOf).toList();
  }

  private static Status.Code codeOf(Callable<?> call) {
    var thrown = catchThrowableOfType(StatusRuntimeException.class, call::call);
    return thrown == null ? Status.Code.OK : thrown.getStatus().getCode();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "Bearer ",
        "Bearer wrong",
        "Bearer " + Replica.CHAT_API_KEY + "x",
        Replica.CHAT_API_KEY,
        "Basic " + Replica.CHAT_API_KEY,
        "Bearer chat-api"
      })
  void without_a_known_key_no_call_is_answered(String authorization) {
    Channel stranger = presenting(authorization);
    assertThat(answers(readingCalls(stranger))).containsOnly(Status.Code.UNAUTHENTICATED);
    assertThat(answers(signInCalls(stranger))).containsOnly(Status.Code.UNAUTHENTICATED);
    assertThat(replica.counts.of(Event.CALLERS_REFUSED)).isEqualTo(6);
  }

  @Test
  void notification_may_look_and_nothing_else() {
    Channel notification = presenting("Bearer " + Replica.NOTIFICATION_KEY);
    assertThat(answers(readingCalls(notification))).containsOnly(Status.Code.OK);
    assertThat(answers(signInCalls(notification))).containsOnly(Status.Code.PERMISSION_DENIED);
  }

  @Test
  void chat_api_may_call_everything() {
    Channel chatApi = presenting("Bearer " + Replica.CHAT_API_KEY);
    assertThat(answers(readingCalls(chatApi))).containsOnly(Status.Code.OK);
    assertThat(answers(signInCalls(chatApi))) // empty requests
        .containsOnly(Status.Code.INVALID_ARGUMENT);
    assertThat(replica.counts.of(Event.CALLERS_REFUSED)).isZero();
  }

  @Test
  void a_huge_request_is_refused_and_the_next_one_is_served() {
    var tokens = TokensGrpc.newBlockingStub(presenting("Bearer " + Replica.CHAT_API_KEY));
    var huge = ValidateTokenRequest.newBuilder().setToken("x".repeat(1 << 20)).build();
    assertThat(codeOf(() -> tokens.validate(huge))).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(codeOf(() -> tokens.validate(ValidateTokenRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.OK);
  }
}
