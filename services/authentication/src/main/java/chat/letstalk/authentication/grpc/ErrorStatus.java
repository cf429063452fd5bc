package chat.letstalk.authentication.grpc;

import chat.letstalk.authentication.InvalidInput;
import chat.letstalk.authentication.TooManyRequests;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gives every failure of a use case its gRPC status. */
public final class ErrorStatus implements ServerInterceptor {

  private static final Logger LOG = Logger.getLogger(ErrorStatus.class.getName());
  private static final Metadata.Key<String> RETRY_AFTER =
      Metadata.Key.of("retry-after", Metadata.ASCII_STRING_MARSHALLER);

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      /** The request is complete, so this is where unary calls are answered. */
      @Override
      public void onHalfClose() {
        try {
          super.onHalfClose();
        } catch (InvalidInput e) {
          close(Status.INVALID_ARGUMENT.withDescription(e.getMessage()), new Metadata());
        } catch (TooManyRequests e) {
          Metadata trailers = new Metadata();
          trailers.put(RETRY_AFTER, String.valueOf(e.retryAfterSeconds()));
          close(Status.RESOURCE_EXHAUSTED.withDescription(e.getMessage()), trailers);
        } catch (RuntimeException e) {
          String method = call.getMethodDescriptor().getFullMethodName();
          LOG.log(Level.SEVERE, e, () -> method + " failed");
          close(Status.INTERNAL.withDescription("See the log of authentication"), new Metadata());
        }
      }

      private void close(Status status, Metadata trailers) {
        if (!call.isCancelled()) {
          call.close(status, trailers);
        }
      }
    };
  }
}
