package chat.letstalk.chatapi.store;

import static org.awaitility.Awaitility.await;

import chat.letstalk.cache.Caches;
import chat.letstalk.cache.RedisProcess;
import chat.letstalk.cache.TestCaches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two replicas of chat-api that share a real Redis and a real database. */
final class CachedReplicas implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(60);

  final RedisProcess redis = RedisProcess.start();
  private final List<Caches> opened = new ArrayList<>();
  final StoreEngine one;
  final StoreEngine other;

  CachedReplicas(StoreEngine database) {
    one = replica(database);
    other = replica(database);
  }

  private StoreEngine replica(StoreEngine database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("letstalk.cache", "redis");
    settings.put("letstalk.redis.url", redis.url());
    settings.put("letstalk.redis.timeout", "PT5S");
    for (String cache : List.of("accounts", "profiles", "chats", "messages")) {
      settings.put("letstalk.cache." + cache + ".lifetime", "PT1H");
    }
    Caches caches = TestCaches.of(settings);
    opened.add(caches);
    awaitUp();
    return new CachedEngine(database, caches);
  }

  void awaitUp() {
    opened.forEach(
        caches -> await().atMost(SOON).until(() -> caches.redis().get().problem().isEmpty()));
  }

  @Override
  public void close() {
    opened.forEach(Caches::close);
    redis.close();
  }
}
