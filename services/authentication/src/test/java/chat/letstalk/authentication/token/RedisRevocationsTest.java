package chat.letstalk.authentication.token;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.authentication.OnRedis;
import chat.letstalk.authentication.TestClock;
import chat.letstalk.cache.Redis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas that share no folder hear of each other's revocations, whatever becomes of Redis. */
class RedisRevocationsTest {

  @TempDir private Path temp;
  private final TestClock clock = new TestClock();
  private final OnRedis redis = new OnRedis();

  @AfterEach
  void close() {
    redis.close();
  }

  private RedisRevocations replica(String folder, Redis connection) {
    return new RedisRevocations(new RevocationFile(temp.resolve(folder), clock), connection, clock);
  }

  private Revocation revocation(Duration lifetime) {
    return new Revocation(UUID.randomUUID().toString(), clock.instant().plus(lifetime));
  }

  @Test
  void another_replica_knows_as_soon_as_it_looks_and_after_a_restart() {
    RedisRevocations here = replica("here", redis.connection());
    RedisRevocations there = replica("there", redis.anotherConnection());
    here.refresh();
    there.refresh();
    for (int n = 0; n < 5; n++) {
      Revocation one = revocation(Duration.ofDays(1));
      here.add(one);
      assertThat(there.isRevoked(one.tokenId())).isFalse();
      there.refresh();
      assertThat(there.isRevoked(one.tokenId())).isTrue();
    }
    assertThat(replica("there", redis.connection()).current()).hasSize(5);
    RedisRevocations fresh = replica("fresh", redis.connection());
    fresh.refresh();
    assertThat(fresh.current()).hasSize(5);
  }

  @Test
  void what_is_revoked_while_redis_is_away_counts_here_at_once_and_there_when_it_is_back() {
    RedisRevocations here = replica("here", redis.connection());
    RedisRevocations there = replica("there", redis.anotherConnection());
    Revocation before = revocation(Duration.ofDays(1));
    here.add(before);
    there.refresh();
    redis.kill();
    Revocation meanwhile = revocation(Duration.ofDays(1));
    here.add(meanwhile);
    assertThat(here.isRevoked(meanwhile.tokenId())).isTrue();
    here.refresh();
    there.refresh();
    assertThat(there.isRevoked(before.tokenId())).isTrue();
    redis.startAgain(); // empty
    here.refresh();
    there.refresh();
    assertThat(there.isRevoked(meanwhile.tokenId())).isTrue();
    RedisRevocations fresh = replica("fresh", redis.connection());
    fresh.refresh();
    assertThat(fresh.current()).containsExactlyInAnyOrder(before, meanwhile);
  }

  @Test
  void a_redis_that_lost_everything_unnoticed_is_filled_again() {
    RedisRevocations here = replica("here", redis.connection());
    Revocation before = revocation(Duration.ofDays(1));
    here.add(before);
    here.refresh();
    redis.connection().ask(commands -> commands.flushall());
    here.refresh();
    here.refresh();
    RedisRevocations fresh = replica("fresh", redis.connection());
    fresh.refresh();
    assertThat(fresh.current()).containsExactly(before);
  }

  @Test
  void many_are_carried_and_the_expired_are_dropped() {
    RedisRevocations here = replica("here", redis.connection());
    IntStream.range(0, 50).forEach(n -> here.add(revocation(Duration.ofMinutes(1))));
    Revocation longer = revocation(Duration.ofMinutes(10));
    here.add(longer);
    RedisRevocations there = replica("there", redis.connection());
    there.refresh();
    assertThat(there.current()).hasSize(51);
    clock.passes(Duration.ofMinutes(1));
    there.refresh();
    assertThat(there.current()).containsExactly(longer);
    long left =
        redis
            .connection()
            .ask(commands -> commands.zcard(redis.connection().key("{revoked-tokens}:by-expiry")));
    assertThat(left).isEqualTo(1);
  }
}
