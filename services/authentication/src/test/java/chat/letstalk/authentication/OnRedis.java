package chat.letstalk.authentication;

import static org.awaitility.Awaitility.await;

import chat.letstalk.cache.Caches;
import chat.letstalk.cache.Redis;
import chat.letstalk.cache.RedisProcess;
import chat.letstalk.cache.TestCaches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Redis, and replicas' connections to it. */
public final class OnRedis implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final RedisProcess server = RedisProcess.start();
  private final List<Caches> opened = new ArrayList<>();
  private final Redis first = anotherConnection();

  public Redis connection() {
    return first;
  }

  /** As another replica has it. */
  public Redis anotherConnection() {
    Map<String, String> settings =
        Map.of(
            "letstalk.cache", "redis",
            "letstalk.redis.url", server.url(),
            "letstalk.redis.timeout", "PT5S");
    Caches caches = TestCaches.of(settings);
    opened.add(caches);
    Redis redis = caches.redis().orElseThrow();
    await().atMost(SOON).until(() -> redis.problem().isEmpty());
    return redis;
  }

  /** Ends it, with everything that it knows. */
  public void kill() {
    server.kill();
    opened.forEach(
        caches -> await().atMost(SOON).until(() -> caches.redis().get().problem().isPresent()));
  }

  /** Starts it, empty. */
  public void startAgain() {
    server.startAgain();
    opened.forEach(
        caches -> await().atMost(SOON).until(() -> caches.redis().get().problem().isEmpty()));
  }

  @Override
  public void close() {
    opened.forEach(Caches::close);
    server.close();
  }
}
