package chat.letstalk.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.letstalk.stack.FreePorts;
import chat.letstalk.stack.ServerKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisSentinel;
import redis.embedded.RedisServer;
import redis.embedded.RedisShardedCluster;
import redis.embedded.core.RedisSentinelBuilder;
import redis.embedded.core.RedisServerBuilder;

/** Real servers of every kind: with a password, with TLS, behind sentinels, in a cluster. */
class RedisServersTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final CountingMeter meter = new CountingMeter();

  private Caches open(String... keysAndValues) {
    Map<String, String> settings = new HashMap<>();
    settings.put("letstalk.cache", "redis");
    settings.put("letstalk.redis.timeout", "PT5S");
    for (int n = 0; n < keysAndValues.length; n += 2) {
      settings.put("letstalk.redis." + keysAndValues[n], keysAndValues[n + 1]);
    }
    return Caches.read(key -> Optional.ofNullable(settings.get(key)), meter);
  }

  private static void awaitUp(Caches caches) {
    await().atMost(SOON).until(() -> caches.redis().get().problem(), Optional.empty()::equals);
  }

  private static void works(Caches caches) {
    awaitUp(caches);
    Cache<String> cache = caches.cache(CacheSuite.texts(Duration.ofHours(1)));
    // A cluster that has just been formed refuses for a moment, which costs a value and no more.
    AtomicInteger tries = new AtomicInteger();
    await()
        .atMost(SOON)
        .untilAsserted(() -> remembers(cache, "try " + tries.incrementAndGet() + " "));
  }

  private static void remembers(Cache<String> cache, String key) {
    IntStream.range(0, 20)
        .forEach(n -> assertThat(cache.get(key + n, () -> "v" + n)).isEqualTo("v" + n));
    IntStream.range(0, 20)
        .forEach(n -> assertThat(cache.get(key + n, () -> "other")).isEqualTo("v" + n));
    cache.invalidate(IntStream.range(0, 20).mapToObj(n -> key + n).toList());
    IntStream.range(0, 20)
        .forEach(n -> assertThat(cache.get(key + n, () -> "new")).isEqualTo("new"));
  }

  private static String problemOf(Caches caches) {
    await()
        .atMost(SOON)
        .until(() -> !caches.redis().get().problem().orElse("").equals("it has not answered yet"));
    return caches.redis().get().problem().orElseThrow();
  }

  @Test
  void a_password_that_is_asked_for_and_never_shown() {
    try (RedisProcess server = RedisProcess.start(made -> made.setting("requirepass s3cret"));
        Caches known = open("url", server.url(), "password", "s3cret");
        Caches wrong = open("url", server.url(), "password", "guessed")) {
      works(known);
      assertThat(problemOf(wrong)).contains("WRONGPASS").doesNotContain("guessed");
    }
  }

  @Test
  void a_user_who_may_no_more_than_is_needed() {
    try (RedisProcess server =
            RedisProcess.start(
                made ->
                    made.setting("user default off")
                        .setting(
                            "user chats on >s3cret ~ours:* +@connection +@read +@write +@scripting"));
        Caches known =
            open("url", server.url(), "user", "chats", "password", "s3cret", "prefix", "ours:");
        Caches unknown = open("url", server.url(), "user", "nobody", "password", "s3cret");
        Caches elsewhere =
            open("url", server.url(), "user", "chats", "password", "s3cret", "prefix", "theirs:")) {
      works(known);
      assertThat(problemOf(unknown)).contains("WRONGPASS").doesNotContain("s3cret");
      Cache<String> forbidden = elsewhere.cache(CacheSuite.texts(Duration.ofHours(1)));
      assertThat(forbidden.get("key", () -> "loaded")).isEqualTo("loaded");
    }
  }

  @Test
  void tls_with_an_authority_of_our_own() {
    ServerKey made = ServerKey.in(folder, "localhost", "127.0.0.1");
    int port = FreePorts.one();
    try (RedisProcess server =
            RedisProcess.start(
                builder -> {
                  tls(made, port).forEach(builder::setting);
                  return builder;
                });
        Caches trusting =
            open(
                "url", "rediss://localhost:" + port, "tls.ca-file", made.certificate().toString());
        Caches suspicious = open("url", "rediss://localhost:" + port)) {
      assertThat(server.port()).isPositive();
      works(trusting);
      assertThat(problemOf(suspicious)).containsIgnoringCase("certif");
    }
  }

  private static List<String> tls(ServerKey key, int port) {
    return List.of(
        "tls-port " + port,
        "tls-cert-file " + key.certificate(),
        "tls-key-file " + key.key(),
        "tls-ca-cert-file " + key.certificate(),
        "tls-auth-clients no");
  }

  @Test
  void sentinels_that_talk_tls_as_their_master_does() throws IOException {
    ServerKey made = ServerKey.in(folder, "localhost", "127.0.0.1");
    int port = FreePorts.one();
    int sentinelPort = FreePorts.one();
    try (RedisProcess master =
        RedisProcess.start(
            builder -> {
              tls(made, port).forEach(builder::setting);
              return builder.setting("tls-replication yes");
            })) {
      RedisSentinelBuilder sentinels =
          RedisSentinel.newRedisSentinel()
              .bind("127.0.0.1")
              .port(FreePorts.one())
              .masterName("letstalk")
              .masterPort(port)
              .quorumSize(1)
              .setting("tls-replication yes");
      sentinels.addDefaultReplicationGroup();
      tls(made, sentinelPort).forEach(sentinels::setting);
      RedisSentinel sentinel = sentinels.build();
      sentinel.start();
      String url = "rediss-sentinel://127.0.0.1:%d/0#letstalk".formatted(sentinelPort);
      try (Caches trusting = open("url", url, "tls.ca-file", made.certificate().toString());
          Caches suspicious = open("url", url)) {
        assertThat(master.port()).isNotEqualTo(port);
        works(trusting);
        assertThat(problemOf(suspicious)).containsIgnoringCase("certif").doesNotContain("null");
      } finally {
        sentinel.stop();
      }
    }
  }

  @Test
  void sentinels_say_who_the_master_is_and_a_failover_is_followed() throws IOException {
    int sentinelPort = FreePorts.one();
    try (RedisProcess master = RedisProcess.start();
        RedisProcess replica =
            RedisProcess.start(made -> made.slaveOf("127.0.0.1", master.port()))) {
      RedisSentinel sentinel =
          RedisSentinel.newRedisSentinel()
              .bind("127.0.0.1")
              .port(sentinelPort)
              .masterName("letstalk")
              .masterPort(master.port())
              .quorumSize(1)
              .downAfterMilliseconds(1_000L)
              .failOverTimeout(5_000L)
              .build();
      sentinel.start();
      try (Caches caches =
          open("url", "redis-sentinel://127.0.0.1:" + sentinelPort + "/0#letstalk")) {
        works(caches);
        Redis redis = caches.redis().get();
        assertThat(port(redis)).isEqualTo(master.port());
        await()
            .atMost(SOON)
            .until(() -> redis.ask(c -> c.info("replication")).contains("state=online"));
        master.kill();
        await()
            .atMost(SOON)
            .ignoreExceptions()
            .untilAsserted(() -> assertThat(port(redis)).isEqualTo(replica.port()));
        await()
            .atMost(SOON)
            .ignoreExceptions()
            .until(() -> redis.ask(c -> c.set("k", "v")), "OK"::equals);
        master.startAgain();
      } finally {
        sentinel.stop();
      }
    }
  }

  private static int port(Redis redis) {
    return Integer.parseInt(redis.ask(c -> c.configGet("port")).get("port"));
  }

  @Test
  void a_cluster_by_one_of_its_nodes_or_by_several() throws IOException {
    int first = FreePorts.row(3);
    List<Integer> ports = List.of(first, first + 1, first + 2);
    RedisServerBuilder nodes = RedisServer.newRedisServer().bind("127.0.0.1").setting("save \"\"");
    RedisShardedCluster cluster =
        RedisShardedCluster.newRedisCluster()
            .withServerBuilder(nodes)
            .serverPorts(ports)
            .shard("a", 0)
            .shard("b", 0)
            .shard("c", 0)
            .initializationTimeout(Duration.ofSeconds(60))
            .build();
    cluster.start();
    try (Caches one = open("url", "redis-cluster://127.0.0.1:" + ports.get(0), "prefix", "one:");
        Caches many =
            open(
                "url",
                "redis://127.0.0.1:%d,redis://127.0.0.1:%d".formatted(ports.get(0), ports.get(1)),
                "prefix",
                "many:")) {
      works(one);
      works(many);
    } finally {
      cluster.stop();
    }
  }
}
