package chat.letstalk.authentication.client;

import static io.grpc.Metadata.ASCII_STRING_MARSHALLER;

import chat.letstalk.contracts.authentication.v1.LoginCodesGrpc;
import chat.letstalk.contracts.authentication.v1.LoginCodesGrpc.LoginCodesBlockingStub;
import chat.letstalk.contracts.authentication.v1.TokensGrpc;
import chat.letstalk.contracts.authentication.v1.TokensGrpc.TokensBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The connection, and what its failures mean. */
final class AuthenticationChannel {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> RETRY_AFTER =
      Metadata.Key.of("retry-after", ASCII_STRING_MARSHALLER);
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  /** Room for a quarter of a million revoked tokens. */
  private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

  private final ManagedChannel channel;
  private final TokensBlockingStub tokens;
  private final LoginCodesBlockingStub loginCodes;

  AuthenticationChannel(String url, String key) {
    Metadata metadata = new Metadata();
    metadata.put(AUTHORIZATION, "Bearer " + key);
    channel =
        NettyChannelBuilder.forTarget(url)
            .usePlaintext()
            // A connection whose other end has vanished is noticed, not waited for.
            .keepAliveTime(30, TimeUnit.SECONDS)
            .keepAliveTimeout(5, TimeUnit.SECONDS)
            .maxInboundMessageSize(LARGEST_ANSWER)
            .intercept(MetadataUtils.newAttachHeadersInterceptor(metadata))
            .build();
    tokens = TokensGrpc.newBlockingStub(channel);
    loginCodes = LoginCodesGrpc.newBlockingStub(channel);
  }

  TokensBlockingStub tokens() {
    return tokens.withDeadlineAfter(DEADLINE);
  }

  LoginCodesBlockingStub loginCodes() {
    return loginCodes.withDeadlineAfter(DEADLINE);
  }

  <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (StatusRuntimeException e) {
      throw meaningOf(e);
    }
  }

  private RuntimeException meaningOf(StatusRuntimeException e) {
    Status status = e.getStatus();
    return switch (status.getCode()) {
      case INVALID_ARGUMENT -> new InvalidArgument(status.getDescription());
      case RESOURCE_EXHAUSTED ->
          new TooManyRequests(status.getDescription(), retryAfter(e.getTrailers()));
      case UNAVAILABLE -> {
        // gRPC would wait up to two minutes before it looks again.
        channel.resetConnectBackoff();
        yield new AuthenticationUnavailable("Authentication cannot be reached", e);
      }
      default -> new AuthenticationUnavailable("Authentication answered " + status.getCode(), e);
    };
  }

  private static Duration retryAfter(Metadata trailers) {
    String seconds = trailers == null ? null : trailers.get(RETRY_AFTER);
    return Duration.ofSeconds(
        seconds == null || !seconds.matches("[1-9][0-9]{0,6}") ? 60 : Long.parseLong(seconds));
  }

  void close() {
    var unused = channel.shutdownNow();
  }
}
