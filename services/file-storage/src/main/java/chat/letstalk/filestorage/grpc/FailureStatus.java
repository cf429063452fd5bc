package chat.letstalk.filestorage.grpc;

import chat.letstalk.filestorage.identity.IdentityUnknowable;
import chat.letstalk.filestorage.identity.NotSignedIn;
import chat.letstalk.filestorage.problem.ImageNotFound;
import chat.letstalk.filestorage.problem.InvalidInput;
import chat.letstalk.filestorage.problem.TooManyRequests;
import chat.letstalk.imagestore.ImageStoreUnavailable;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the failure of a use case is in gRPC. */
public final class FailureStatus {

  private static final Logger LOG = Logger.getLogger(FailureStatus.class.getName());
  private static final Metadata.Key<String> RETRY_AFTER =
      Metadata.Key.of("retry-after", Metadata.ASCII_STRING_MARSHALLER);

  private FailureStatus() {}

  /**
   * The status, with a plain sentence; what is our own fault is logged here.
   *
   * @param call what failed, for the log
   */
  public static StatusRuntimeException of(String call, RuntimeException failure) {
    if (failure instanceof StatusRuntimeException known) {
      return known;
    }
    Metadata trailers = new Metadata();
    if (failure instanceof TooManyRequests limited) {
      trailers.put(RETRY_AFTER, String.valueOf(limited.retryAfterSeconds()));
    }
    return statusOf(call, failure).asRuntimeException(trailers);
  }

  private static Status statusOf(String call, RuntimeException failure) {
    if (failure instanceof InvalidInput) {
      return Status.INVALID_ARGUMENT.withDescription(failure.getMessage());
    }
    if (failure instanceof ImageNotFound) {
      return Status.NOT_FOUND.withDescription(failure.getMessage());
    }
    if (failure instanceof TooManyRequests) {
      return Status.RESOURCE_EXHAUSTED.withDescription(failure.getMessage());
    }
    if (failure instanceof NotSignedIn) {
      return Status.UNAUTHENTICATED.withDescription(failure.getMessage());
    }
    if (failure instanceof IdentityUnknowable || failure instanceof ImageStoreUnavailable) {
      LOG.log(Level.WARNING, failure, () -> call + " could not be answered");
      return Status.UNAVAILABLE.withDescription("Try again later.");
    }
    LOG.log(Level.SEVERE, failure, () -> call + " failed");
    return Status.INTERNAL.withDescription("See the log of file-storage.");
  }
}
