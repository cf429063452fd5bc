package chat.letstalk.grpc.server;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Objects;
import java.util.function.BiFunction;

/** Gives every failure of a use case its gRPC status. */
public final class ErrorStatus implements ServerInterceptor {

  private final BiFunction<String, RuntimeException, StatusRuntimeException> meaning;

  /**
   * @param meaning of a method's full name and its failure, the status and trailers; whatever is
   *     not meant for the caller has been logged
   */
  public ErrorStatus(BiFunction<String, RuntimeException, StatusRuntimeException> meaning) {
    this.meaning = meaning;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      /** The request is complete, so this is where unary calls are answered. */
      @Override
      public void onHalfClose() {
        try {
          super.onHalfClose();
        } catch (RuntimeException e) {
          close(meaning.apply(call.getMethodDescriptor().getFullMethodName(), e));
        }
      }

      private void close(StatusRuntimeException failure) {
        if (!call.isCancelled()) {
          Status status = failure.getStatus();
          call.close(status, Objects.requireNonNullElseGet(failure.getTrailers(), Metadata::new));
        }
      }
    };
  }
}
