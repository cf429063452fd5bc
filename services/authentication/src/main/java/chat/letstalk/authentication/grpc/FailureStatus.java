package chat.letstalk.authentication.grpc;

import chat.letstalk.authentication.InvalidInput;
import chat.letstalk.authentication.TooManyRequests;
import chat.letstalk.authentication.Unavailable;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the failure of a use case is in gRPC. */
final class FailureStatus {

  private static final Logger LOG = Logger.getLogger(FailureStatus.class.getName());
  private static final Metadata.Key<String> RETRY_AFTER =
      Metadata.Key.of("retry-after", Metadata.ASCII_STRING_MARSHALLER);

  private FailureStatus() {}

  /**
   * The status, with a plain sentence; what is our own fault is logged here.
   *
   * @param call what failed, for the log
   */
  static StatusRuntimeException of(String call, RuntimeException failure) {
    if (failure instanceof InvalidInput) {
      return Status.INVALID_ARGUMENT.withDescription(failure.getMessage()).asRuntimeException();
    }
    if (failure instanceof TooManyRequests limited) {
      Metadata trailers = new Metadata();
      trailers.put(RETRY_AFTER, String.valueOf(limited.retryAfterSeconds()));
      return Status.RESOURCE_EXHAUSTED
          .withDescription(failure.getMessage())
          .asRuntimeException(trailers);
    }
    if (failure instanceof Unavailable) { // whoever is away has been logged
      return Status.UNAVAILABLE.withDescription(failure.getMessage()).asRuntimeException();
    }
    LOG.log(Level.SEVERE, failure, () -> call + " failed");
    return Status.INTERNAL.withDescription("See the log of authentication").asRuntimeException();
  }
}
