package chat.letstalk.chatapi.rest;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many requests one source may make: a token bucket each, in bounded memory. Thread-safe. */
@ApplicationScoped
public class RequestLimits {

  /**
   * More sources than this at once push the longest idle ones out, whose buckets are full again
   * anyway.
   */
  private static final long MOST_SOURCES = 100_000;

  private final LoadingCache<String, Bucket> buckets;

  @Inject
  RequestLimits(
      @ConfigProperty(name = "letstalk.rest.requests-per-second") long perSecond,
      @ConfigProperty(name = "letstalk.rest.burst") long burst) {
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_SOURCES)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build(
                source ->
                    Bucket.builder()
                        .addLimit(
                            limit ->
                                limit
                                    .capacity(burst)
                                    .refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
  }

  /** For the container's proxies. */
  RequestLimits() {
    this.buckets = null;
  }

  /** Whether the source may make one more request now. */
  boolean allows(String source) {
    return buckets.get(source).tryConsume(1);
  }

  /** How many sources are remembered. */
  long sources() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }
}
