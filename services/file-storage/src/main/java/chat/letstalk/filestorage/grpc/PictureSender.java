package chat.letstalk.filestorage.grpc;

import chat.letstalk.contracts.images.v1.ReadImageResponse;
import chat.letstalk.imagestore.ImageStoreUnavailable;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.stub.ServerCallStreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends a picture part by part, no faster than the other side takes it. */
final class PictureSender {

  private static final Logger LOG = Logger.getLogger(PictureSender.class.getName());
  private static final int PART = 64 * 1024;

  private final InputStream content;
  private final ServerCallStreamObserver<ReadImageResponse> answer;
  private boolean ended; // gRPC calls one handler at a time

  PictureSender(InputStream content, ServerCallStreamObserver<ReadImageResponse> answer) {
    this.content = content;
    this.answer = answer;
  }

  /** To be called while the call's own method runs. */
  void start() {
    answer.setOnCancelHandler(this::end);
    answer.setOnReadyHandler(this::send);
  }

  private void send() {
    try {
      while (!ended && answer.isReady()) {
        byte[] part = content.readNBytes(PART);
        if (part.length == 0) {
          end();
          answer.onCompleted();
        } else {
          answer.onNext(
              ReadImageResponse.newBuilder()
                  .setContent(UnsafeByteOperations.unsafeWrap(part))
                  .build());
        }
      }
    } catch (IOException e) {
      end();
      answer.onError(
          FailureStatus.of(
              "Sending a picture",
              new ImageStoreUnavailable("A picture cannot be read to its end", e)));
    }
  }

  private void end() {
    ended = true;
    try {
      content.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "A picture that was read could not be closed", e);
    }
  }
}
