package chat.letstalk.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheSettingsTest {

  private static Caches caches(Map<String, String> settings) {
    return Caches.read(key -> Optional.ofNullable(settings.get(key)), new CountingMeter());
  }

  private static RedisSettings redis(Map<String, String> settings) {
    return RedisSettings.read(key -> Optional.ofNullable(settings.get(key)));
  }

  @Test
  void memory_needs_nothing() {
    assertThat(caches(Map.of()).redis()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "letstalk.cache, hazelcast, memory",
    "letstalk.cache, hazelcast, redis",
    "letstalk.cache.memory-bytes, many, letstalk.cache.memory-bytes is many",
    "letstalk.cache.largest-value, 0, letstalk.cache.largest-value is 0"
  })
  void a_value_that_cannot_be_is_refused(String key, String value, String named) {
    assertThatThrownBy(() -> caches(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value)
        .hasMessageContaining(named);
  }

  @Test
  void a_lifetime_depends_on_who_shares_the_cache_unless_it_is_set() {
    Duration alone = Duration.ZERO;
    Duration shared = Duration.ofMinutes(1);
    String key = "letstalk.cache.chats.lifetime";
    assertThat(caches(Map.of()).lifetime("chats", alone, shared)).isEqualTo(alone);
    assertThat(caches(Map.of(key, "PT9S")).lifetime("chats", alone, shared)).hasSeconds(9);
    assertThatThrownBy(() -> caches(Map.of(key, "-PT9S")).lifetime("chats", alone, shared))
        .hasMessageContaining(key);
    assertThatThrownBy(() -> caches(Map.of(key, "nine")).lifetime("chats", alone, shared))
        .hasMessageContaining("nine");
    try (Caches redis =
        caches(Map.of("letstalk.cache", "redis", RedisSettings.URL, "redis://127.0.0.1:1"))) {
      assertThat(redis.lifetime("chats", alone, shared)).isEqualTo(shared);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redis://h:1 | 1 | false",
        "rediss://h:1/3 | 1 | false",
        "redis-sentinel://a:1,b:2/0#main | 1 | false",
        "rediss-sentinel://a:1/0#main | 1 | false",
        "redis-cluster://a:1 | 1 | true",
        "rediss-cluster://a:1, b:2 | 2 | true",
        "redis://a:1,redis://b:2,redis://c:3 | 3 | true",
      })
  void servers_of_all_kinds_are_named_by_url(String url, int nodes, boolean isCluster) {
    RedisSettings read = redis(Map.of(RedisSettings.URL, url));
    assertThat(read.nodes()).hasSize(nodes);
    assertThat(read.isCluster()).isEqualTo(isCluster);
    assertThat(read.nodes()).allMatch(node -> node.isSsl() == url.startsWith("rediss"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:6379",
        "http://u:s3cret@h",
        "redis://u:s3cret@h:port",
        "redis://:s3cret/@h",
        "redis://",
        ""
      })
  void what_is_no_url_is_refused_without_its_secrets(String url) {
    assertThatThrownBy(() -> redis(Map.of(RedisSettings.URL, url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(RedisSettings.URL)
        .hasMessageContaining("redis-sentinel://")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void secrets_are_not_shown() {
    RedisSettings read =
        redis(
            Map.of(
                RedisSettings.URL,
                "redis://:s3cret@a:1,redis://u:s3cret@b:2",
                "letstalk.redis.password",
                "s3cret"));
    assertThat(read.toString()).doesNotContain("s3cret").contains("redis://***@b:2");
  }

  @Test
  void files_and_times_that_cannot_be_are_refused() {
    String url = "redis://h:1";
    assertThatThrownBy(
            () -> redis(Map.of(RedisSettings.URL, url, "letstalk.redis.timeout", "PT1H")))
        .hasMessageContaining("letstalk.redis.timeout is PT1H");
    assertThatThrownBy(
            () -> redis(Map.of(RedisSettings.URL, url, "letstalk.redis.tls.ca-file", "/no/ca")))
        .hasMessageContaining("letstalk.redis.tls.ca-file is \"/no/ca\"");
  }
}
