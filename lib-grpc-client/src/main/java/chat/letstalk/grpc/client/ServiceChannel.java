package chat.letstalk.grpc.client;

import static io.grpc.Metadata.ASCII_STRING_MARSHALLER;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The connection of one service to another. It is opened by the first call, and again whenever it
 * was lost. Thread-safe.
 */
public final class ServiceChannel implements AutoCloseable {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", ASCII_STRING_MARSHALLER);

  private final ManagedChannel channel;

  /**
   * @param url host:port of the gRPC server, or any target that gRPC resolves
   * @param key the caller's own key, shown with every call
   * @param largestAnswer bytes of one message
   */
  public ServiceChannel(String url, String key, int largestAnswer) {
    Metadata metadata = new Metadata();
    metadata.put(AUTHORIZATION, "Bearer " + key);
    channel =
        NettyChannelBuilder.forTarget(url)
            .usePlaintext()
            // A connection whose other end has vanished is noticed, not waited for.
            .keepAliveTime(30, TimeUnit.SECONDS)
            .keepAliveTimeout(5, TimeUnit.SECONDS)
            .maxInboundMessageSize(largestAnswer)
            .intercept(MetadataUtils.newAttachHeadersInterceptor(metadata))
            .build();
  }

  /**
   * A stub for one call.
   *
   * @param stub of the generated code, such as {@code TokensGrpc::newBlockingStub}
   * @param within how long the call may take
   */
  public <S extends AbstractStub<S>> S stub(Function<Channel, S> stub, Duration within) {
    return stub.apply(channel).withDeadlineAfter(within);
  }

  /**
   * Makes a call, and says what its failure means.
   *
   * @param meaning what to throw instead of gRPC's own exception
   */
  public <T> T call(Supplier<T> call, Function<StatusRuntimeException, RuntimeException> meaning) {
    try {
      return call.get();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNAVAILABLE) {
        // gRPC would wait up to two minutes before it looks again.
        channel.resetConnectBackoff();
      }
      throw meaning.apply(e);
    }
  }

  /** Ends the connection; calls fail afterwards. */
  @Override
  public void close() {
    var unused = channel.shutdownNow();
  }
}
