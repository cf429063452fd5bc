package chat.letstalk.authentication.token;

import chat.letstalk.cache.Redis;
import chat.letstalk.cache.RedisAway;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The revoked tokens of all replicas by way of Redis, for replicas that share no folder. Each one's
 * file remains what makes a revocation durable; Redis carries it to the others, and may be away or
 * lose everything: whoever notices tells it all that he knows.
 */
public final class RedisRevocations implements Revocations {

  /** So many refreshes after the last one, everything is told and heard again. */
  private static final int REFRESHES_UNTIL_ALL = 600;

  private static final int MOST_AT_ONCE = 10_000;

  /**
   * Keys: when Redis was filled anew, how many were added, the tokens by that number, the tokens by
   * when they expire.
   */
  private static final List<String> KEYS = List.of("era", "count", "by-number", "by-expiry");

  /** Of pairs: a token and when it expires. */
  private static final String ADD =
      """
      for i = 1, #ARGV, 2 do
        local member = ARGV[i + 1] .. ' ' .. ARGV[i]
        if redis.call('ZADD', KEYS[4], 'NX', ARGV[i + 1], member) == 1 then
          redis.call('ZADD', KEYS[3], redis.call('INCR', KEYS[2]), member)
        end
      end
      """;

  /**
   * Of the era that is known, the number up to which it is, now, the name of a new era, a limit.
   */
  private static final String REFRESH =
      """
      local era = redis.call('GET', KEYS[1])
      if not era then
        era = ARGV[4]
        redis.call('SET', KEYS[1], era)
      end
      local count = tonumber(redis.call('GET', KEYS[2]) or '0')
      local known = tonumber(ARGV[2])
      if era ~= ARGV[1] or count < known then known = 0 end
      local old = redis.call('ZRANGEBYSCORE', KEYS[4], '-inf', ARGV[3], 'LIMIT', 0, 1000)
      if #old > 0 then
        redis.call('ZREM', KEYS[3], unpack(old))
        redis.call('ZREM', KEYS[4], unpack(old))
      end
      local answer = redis.call('ZRANGEBYSCORE', KEYS[3], '(' .. known, '+inf',
        'WITHSCORES', 'LIMIT', 0, ARGV[5])
      table.insert(answer, 1, era)
      table.insert(answer, 2, tostring(known))
      return answer
      """;

  private final RevocationFile file;
  private final Redis redis;
  private final Clock clock;
  private String era = "";
  private String known = "0";
  private int refreshesLeft;

  /**
   * @param file of this replica, shared or not
   */
  public RedisRevocations(RevocationFile file, Redis redis, Clock clock) {
    this.file = file;
    this.redis = redis;
    this.clock = clock;
  }

  @Override
  public void add(Revocation revocation) {
    file.add(revocation);
    try {
      tell(List.of(revocation));
    } catch (RedisAway e) {
      tellAllSoon();
    }
  }

  @Override
  public boolean isRevoked(String tokenId) {
    return file.isRevoked(tokenId);
  }

  @Override
  public List<Revocation> current() {
    return file.current();
  }

  private synchronized void tellAllSoon() {
    refreshesLeft = 0;
  }

  /**
   * Reads what has come to the file and to Redis, and forgets what has expired.
   *
   * @throws RuntimeException when one of them cannot be read; the next time may do
   */
  public synchronized void refresh() {
    file.refresh();
    if (redis.problem().isPresent()) {
      refreshesLeft = 0; // it may have lost everything when it is back
      return;
    }
    if (refreshesLeft == 0) {
      List<Revocation> all = file.current();
      for (int start = 0; start < all.size(); start += MOST_AT_ONCE / 10) {
        tell(all.subList(start, Math.min(all.size(), start + MOST_AT_ONCE / 10)));
      }
      known = "0";
      refreshesLeft = REFRESHES_UNTIL_ALL;
    }
    refreshesLeft--;
    hear();
  }

  private void tell(List<Revocation> revocations) {
    redis.run(
        ADD,
        ScriptOutputType.STATUS,
        keys(),
        revocations.stream()
            .flatMap(
                one ->
                    List.of(one.tokenId(), String.valueOf(one.expiresAt().getEpochSecond()))
                        .stream())
            .toArray(String[]::new));
  }

  private void hear() {
    List<String> answer;
    do {
      answer =
          redis.run(
              REFRESH,
              ScriptOutputType.MULTI,
              keys(),
              era,
              known,
              String.valueOf(clock.instant().getEpochSecond()),
              UUID.randomUUID().toString(),
              String.valueOf(MOST_AT_ONCE));
      if (!answer.get(0).equals(era) || !answer.get(1).equals(known)) {
        era = answer.get(0);
        known = answer.get(1);
        refreshesLeft = 0;
      }
      List<Revocation> heard = new ArrayList<>();
      for (int n = 2; n + 1 < answer.size(); n += 2) {
        RevocationFile.revocationIn(answer.get(n))
            .filter(one -> !file.isRevoked(one.tokenId()))
            .ifPresent(heard::add);
      }
      if (!heard.isEmpty()) {
        file.addAll(heard);
      }
      if (answer.size() > 2) {
        known = answer.get(answer.size() - 1); // once they are stored, so that none is missed
      }
    } while (answer.size() >= 2 * MOST_AT_ONCE);
  }

  private List<String> keys() {
    return KEYS.stream().map(name -> redis.key("{revoked-tokens}:" + name)).toList();
  }
}
