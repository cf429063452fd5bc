package chat.letstalk.authentication.client;

import static io.grpc.Metadata.ASCII_STRING_MARSHALLER;

import chat.letstalk.contracts.authentication.v1.LoginCodesGrpc;
import chat.letstalk.contracts.authentication.v1.LoginCodesGrpc.LoginCodesBlockingStub;
import chat.letstalk.contracts.authentication.v1.TokensGrpc;
import chat.letstalk.contracts.authentication.v1.TokensGrpc.TokensBlockingStub;
import chat.letstalk.grpc.client.ServiceChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.function.Supplier;

/** The connection, and what its failures mean. */
final class AuthenticationChannel {

  private static final Metadata.Key<String> RETRY_AFTER =
      Metadata.Key.of("retry-after", ASCII_STRING_MARSHALLER);

  /** Room for a quarter of a million revoked tokens. */
  private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

  private final ServiceChannel channel;
  private final Duration answerWithin;

  AuthenticationChannel(String url, String key, Duration answerWithin) {
    if (answerWithin.isNegative() || answerWithin.isZero()) {
      throw new IllegalArgumentException(
          "letstalk.authentication.answer-within must be positive, not " + answerWithin);
    }
    this.answerWithin = answerWithin;
    channel = new ServiceChannel(url, key, LARGEST_ANSWER);
  }

  TokensBlockingStub tokens() {
    return channel.stub(TokensGrpc::newBlockingStub, answerWithin);
  }

  LoginCodesBlockingStub loginCodes() {
    return channel.stub(LoginCodesGrpc::newBlockingStub, answerWithin);
  }

  <T> T call(Supplier<T> call) {
    return channel.call(call, AuthenticationChannel::meaningOf);
  }

  private static RuntimeException meaningOf(StatusRuntimeException e) {
    Status status = e.getStatus();
    return switch (status.getCode()) {
      case INVALID_ARGUMENT -> new InvalidArgument(status.getDescription());
      case RESOURCE_EXHAUSTED ->
          new TooManyRequests(status.getDescription(), retryAfter(e.getTrailers()));
      case UNAVAILABLE ->
          new AuthenticationUnavailable(
              "Authentication cannot be reached, or cannot answer just now: "
                  + status.getDescription(),
              e);
      default -> new AuthenticationUnavailable("Authentication answered " + status.getCode(), e);
    };
  }

  private static Duration retryAfter(Metadata trailers) {
    String seconds = trailers == null ? null : trailers.get(RETRY_AFTER);
    return Duration.ofSeconds(
        seconds == null || !seconds.matches("[1-9][0-9]{0,6}") ? 60 : Long.parseLong(seconds));
  }

  void close() {
    channel.close();
  }
}
