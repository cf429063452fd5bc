package chat.letstalk.authentication.grpc;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** The gRPC server on its own port. Started once, closed once. */
public final class GrpcServer implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(GrpcServer.class.getName());

  /** A token of ours has about a kilobyte, an address 254 bytes. */
  private static final int LARGEST_REQUEST = 64 * 1024;

  /** With {@link CallThreads}: what one connection can put before the others. */
  private static final int MOST_CALLS_PER_CONNECTION = 256;

  private final GrpcSettings settings;
  private final CallThreads threads = new CallThreads();
  private final Server server;

  /**
   * @param interceptors the first sees a call first
   */
  public GrpcServer(
      GrpcSettings settings, List<ServerInterceptor> interceptors, List<BindableService> services) {
    this.settings = settings;
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(settings.host(), settings.port()))
            .executor(threads)
            .maxInboundMessageSize(LARGEST_REQUEST)
            .maxConcurrentCallsPerConnection(MOST_CALLS_PER_CONNECTION)
            .handshakeTimeout(10, TimeUnit.SECONDS)
            // Clients ping every 30 s (lib-authentication-client); more often is a flood.
            .permitKeepAliveTime(20, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            // A peer that has vanished is noticed, one that never calls is sent away.
            .keepAliveTime(60, TimeUnit.SECONDS)
            .keepAliveTimeout(10, TimeUnit.SECONDS)
            .maxConnectionIdle(10, TimeUnit.MINUTES)
            // So that clients find replicas that came later.
            .maxConnectionAge(30, TimeUnit.MINUTES)
            .maxConnectionAgeGrace(30, TimeUnit.SECONDS);
    for (int i = interceptors.size() - 1; i >= 0; i--) {
      builder.intercept(interceptors.get(i)); // gRPC asks the last added first
    }
    services.forEach(builder::addService);
    this.server = builder.build();
  }

  /**
   * Opens the port.
   *
   * @throws UncheckedIOException when it cannot be opened
   */
  public void start() {
    try {
      server.start();
    } catch (IOException e) {
      threads.close();
      throw new UncheckedIOException(
          "gRPC cannot listen on %s:%d (letstalk.authentication.grpc.host and .port)"
              .formatted(settings.host(), settings.port()),
          e);
    }
    LOG.info(() -> "gRPC listens on " + settings.host() + ":" + port());
  }

  /** Where it listens once it has started. */
  public int port() {
    return server.getPort();
  }

  /** Whether calls are answered. */
  public boolean isServing() {
    return !server.isShutdown() && server.getPort() > 0;
  }

  /** Whether it has been stopped, by whomever; it never starts again. */
  public boolean hasEnded() {
    return server.isTerminated();
  }

  /** Takes no more calls, lets those in progress end, and cuts off what takes too long. */
  @Override
  public void close() {
    server.shutdown();
    try {
      if (!server.awaitTermination(settings.stopWithin().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warning("Some gRPC calls took too long to end and are cut off");
        server.shutdownNow();
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      threads.close();
    }
  }
}
