package chat.letstalk.grpc.server;

import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** A gRPC server on its own port. Started once, closed once. */
public final class GrpcServer implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(GrpcServer.class.getName());

  /** What one connection can put before the others. */
  private static final int MOST_CALLS_PER_CONNECTION = 256;

  private final GrpcSettings settings;
  private final CallThreads threads;
  private final Server server;

  /**
   * Makes a server; {@link #start} opens its port.
   *
   * @param services each with its interceptors
   */
  public GrpcServer(GrpcSettings settings, List<ServerServiceDefinition> services) {
    this.settings = settings;
    this.threads = new CallThreads(settings.threads());
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(settings.host(), settings.port()))
            .executor(threads)
            .maxInboundMessageSize(settings.largestRequest())
            .maxConcurrentCallsPerConnection(MOST_CALLS_PER_CONNECTION)
            .handshakeTimeout(10, TimeUnit.SECONDS)
            // Clients of ours ping every 30 s (lib-grpc-client); more often is a flood.
            .permitKeepAliveTime(20, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            // A peer that has vanished is noticed, one that never calls is sent away.
            .keepAliveTime(60, TimeUnit.SECONDS)
            .keepAliveTimeout(10, TimeUnit.SECONDS)
            .maxConnectionIdle(10, TimeUnit.MINUTES)
            // So that clients find replicas that came later.
            .maxConnectionAge(30, TimeUnit.MINUTES)
            .maxConnectionAgeGrace(30, TimeUnit.SECONDS);
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
          "gRPC cannot listen on %s:%d (letstalk.%s.grpc.host and .port)"
              .formatted(settings.host(), settings.port(), settings.service()),
          e);
    }
    LOG.info(() -> "gRPC listens on " + settings.host() + ":" + port());
  }

  /** The name of the service. */
  public String service() {
    return settings.service();
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
