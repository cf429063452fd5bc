package chat.letstalk.cache;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Makes connections to one server, to whoever is the master, or to a cluster. */
final class RedisClients implements AutoCloseable {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration TOPOLOGY = Duration.ofSeconds(15);
  private static final int THREADS = 2;

  /** More wait only while Redis hangs, and then each for no longer than the timeout. */
  private static final int MOST_WAITING = 20_000;

  /** A connection, and what is said over it. */
  record Connected(
      StatefulConnection<String, String> connection,
      RedisClusterAsyncCommands<String, String> commands) {}

  private final RedisSettings settings;
  private final ClientResources resources;
  private final AbstractRedisClient client;

  RedisClients(RedisSettings settings) {
    this.settings = settings;
    this.resources =
        DefaultClientResources.builder()
            .ioThreadPoolSize(THREADS)
            .computationThreadPoolSize(THREADS)
            .reconnectDelay(
                Delay.fullJitter(
                    Duration.ofMillis(50), Duration.ofSeconds(2), 50, TimeUnit.MILLISECONDS))
            .build();
    settings.nodes().forEach(node -> node.setTimeout(CONNECT_WITHIN));
    this.client = settings.isCluster() ? cluster() : single();
  }

  private RedisClient single() {
    RedisClient made = RedisClient.create(resources, settings.nodes().get(0));
    made.setOptions(
        common(ClientOptions.builder())
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .build());
    return made;
  }

  /**
   * Commands wait for the connections to nodes, which are made when they are first needed (and are
   * refused meanwhile by Lettuce 6.9 and later, if it were asked to); the timeout ends that.
   */
  private RedisClusterClient cluster() {
    RedisClusterClient made = RedisClusterClient.create(resources, settings.nodes());
    ClusterClientOptions.Builder options = ClusterClientOptions.builder();
    common(options);
    made.setOptions(
        options
            .topologyRefreshOptions(
                ClusterTopologyRefreshOptions.builder()
                    .enablePeriodicRefresh(TOPOLOGY)
                    .enableAllAdaptiveRefreshTriggers()
                    .adaptiveRefreshTriggersTimeout(Duration.ofSeconds(1))
                    .build())
            .build());
    return made;
  }

  private ClientOptions.Builder common(ClientOptions.Builder options) {
    options
        .autoReconnect(true)
        .requestQueueSize(MOST_WAITING)
        .socketOptions(
            SocketOptions.builder().connectTimeout(CONNECT_WITHIN).keepAlive(true).build());
    settings
        .caFile()
        .ifPresent(
            file ->
                options.sslOptions(
                    SslOptions.builder().jdkSslProvider().trustManager(file.toFile()).build()));
    return options;
  }

  /** Connects; does not wait. */
  CompletionStage<Connected> connect() {
    if (client instanceof RedisClusterClient cluster) {
      return cluster
          .refreshPartitionsAsync()
          .thenCompose(known -> cluster.connectAsync(StringCodec.UTF8))
          .thenApply(
              (StatefulRedisClusterConnection<String, String> made) ->
                  new Connected(made, made.async()));
    }
    return ((RedisClient) client)
        .connectAsync(StringCodec.UTF8, settings.nodes().get(0))
        .thenApply(
            (StatefulRedisConnection<String, String> made) -> new Connected(made, made.async()));
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    var unused = resources.shutdown(0, 2, TimeUnit.SECONDS);
  }
}
