package chat.letstalk.filestorage.grpc;

import chat.letstalk.filestorage.upload.UploadAdmission;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An upload: it has to arrive in time, and gives its place back when it has ended. */
final class UploadCall {

  private final ServerCall<?, ?> call;
  private final UploadAdmission.Place place;
  private final Future<?> deadline;
  private boolean arrived; // guarded by this

  UploadCall(
      ServerCall<?, ?> call,
      UploadAdmission.Place place,
      Duration within,
      ScheduledExecutorService deadlines) {
    this.call = call;
    this.place = place;
    this.deadline = deadlines.schedule(this::giveUp, within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Before the request is complete nobody else closes the call. */
  private synchronized void giveUp() {
    if (!arrived) {
      arrived = true;
      call.close(
          Status.DEADLINE_EXCEEDED.withDescription("The picture took too long to arrive."),
          new Metadata());
    }
  }

  /** Whether the request is complete in time. */
  private synchronized boolean arrives() {
    boolean inTime = !arrived;
    arrived = true;
    return inTime;
  }

  private void end() {
    deadline.cancel(false);
    place.close();
  }

  /** What gRPC has to tell from now on: of the end it tells by one of two methods. */
  <Q> ServerCall.Listener<Q> around(ServerCall.Listener<Q> listener) {
    return new SimpleForwardingServerCallListener<>(listener) {
      @Override
      public void onHalfClose() {
        if (arrives()) {
          super.onHalfClose();
        }
      }

      @Override
      public void onComplete() {
        end();
        super.onComplete();
      }

      @Override
      public void onCancel() {
        end();
        super.onCancel();
      }
    };
  }
}
