package chat.letstalk.endtoend;

import chat.letstalk.contracts.authentication.v1.CheckLoginCodeRequest;
import chat.letstalk.contracts.authentication.v1.CreateLoginCodeRequest;
import chat.letstalk.contracts.authentication.v1.IssueTokenRequest;
import chat.letstalk.contracts.authentication.v1.ListRevokedRequest;
import chat.letstalk.contracts.authentication.v1.LoginCodesGrpc;
import chat.letstalk.contracts.authentication.v1.RevokeTokenRequest;
import chat.letstalk.contracts.authentication.v1.TokensGrpc;
import chat.letstalk.contracts.authentication.v1.ValidateTokenRequest;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.util.List;

/** Somebody who calls authentication over gRPC, with or without a service's key. */
final class AuthenticationCalls implements AutoCloseable {

  private final ManagedChannel channel;
  private final TokensGrpc.TokensBlockingStub tokens;
  private final LoginCodesGrpc.LoginCodesBlockingStub codes;

  private AuthenticationCalls(Stack stack, String key) {
    var metadata = new Metadata();
    if (key != null) {
      metadata.put(
          Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + key);
    }
    channel =
        NettyChannelBuilder.forAddress("127.0.0.1", stack.grpcPort())
            .usePlaintext()
            .intercept(MetadataUtils.newAttachHeadersInterceptor(metadata))
            .build();
    tokens = TokensGrpc.newBlockingStub(channel);
    codes = LoginCodesGrpc.newBlockingStub(channel);
  }

  static AuthenticationCalls as(Stack stack, String key) {
    return new AuthenticationCalls(stack, key);
  }

  /** Whether a token is valid; what is too long to be one may be refused by status. */
  boolean accepts(String token) {
    try {
      return tokens.validate(ValidateTokenRequest.newBuilder().setToken(token).build()).getValid();
    } catch (StatusRuntimeException e) {
      Status.Code code = e.getStatus().getCode();
      if (code == Status.Code.INVALID_ARGUMENT || code == Status.Code.RESOURCE_EXHAUSTED) {
        return false;
      }
      throw e;
    }
  }

  void revoke(String token) {
    var unused = tokens.revoke(RevokeTokenRequest.newBuilder().setToken(token).build());
  }

  List<Runnable> everyCall(String token) {
    return List.of(
        () -> tokens.issue(IssueTokenRequest.newBuilder().setAccountId("x").build()),
        () -> tokens.validate(ValidateTokenRequest.newBuilder().setToken(token).build()),
        () -> revoke(token),
        () -> tokens.listRevoked(ListRevokedRequest.getDefaultInstance()),
        () -> codes.create(CreateLoginCodeRequest.newBuilder().setEmail("a@example.com").build()),
        () -> codes.check(CheckLoginCodeRequest.newBuilder().setEmail("a@example.com").build()));
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
