package chat.letstalk.authentication.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.authentication.Unavailable;
import chat.letstalk.cache.Redis;
import chat.letstalk.cache.RedisAway;
import io.lettuce.core.ScriptOutputType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Codes in Redis, for all replicas: a hash for each address, under a digest of it. What is promised
 * of callers at the same time holds because a script does it in one go. Without Redis there are no
 * codes.
 */
public final class RedisLoginCodeStore implements LoginCodeStore {

  private static final String VALID =
      """
      local expires = redis.call('HGET', KEYS[1], 'expires')
      if expires and tonumber(expires) > tonumber(ARGV[1]) then return expires end
      """;

  /** Of now, the digits, when they expire, the tries, and the milliseconds until then. */
  private static final String KEEP =
      VALID
          + """
          redis.call('DEL', KEYS[1])
          redis.call('HSET', KEYS[1], 'digits', ARGV[2], 'expires', ARGV[3], 'tries', ARGV[4])
          redis.call('PEXPIRE', KEYS[1], ARGV[5])
          return false
          """;

  /** Of now, and the digits. */
  private static final String USE =
      """
      local code = redis.call('HMGET', KEYS[1], 'digits', 'expires')
      if not code[1] then return 'NO_CODE' end
      if tonumber(code[2]) <= tonumber(ARGV[1]) then
        redis.call('DEL', KEYS[1])
        return 'NO_CODE'
      end
      if code[1] == ARGV[2] then
        redis.call('DEL', KEYS[1])
        return 'RIGHT'
      end
      if redis.call('HINCRBY', KEYS[1], 'tries', -1) < 1 then redis.call('DEL', KEYS[1]) end
      return 'WRONG'
      """;

  private final Redis redis;
  private final Clock clock;

  /** Keeps codes there, whatever was kept before. */
  public RedisLoginCodeStore(Redis redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> validUntil(EmailAddress address) {
    return instant(
        orUnavailable(() -> run(VALID + "return false", address, String.valueOf(clock.millis()))));
  }

  @Override
  public Optional<Instant> keepUnlessPresent(EmailAddress address, LoginCode code) {
    long now = clock.millis();
    long expiresAt = code.expiresAt().toEpochMilli();
    return instant(
        orUnavailable(
            () ->
                run(
                    KEEP,
                    address,
                    String.valueOf(now),
                    String.valueOf(code.digits()),
                    String.valueOf(expiresAt),
                    String.valueOf(code.triesLeft()),
                    String.valueOf(Math.max(1, expiresAt - now)))));
  }

  @Override
  public Outcome use(EmailAddress address, int digits) {
    return Outcome.valueOf(
        orUnavailable(
            () -> run(USE, address, String.valueOf(clock.millis()), String.valueOf(digits))));
  }

  private String run(String script, EmailAddress address, String... values) {
    return redis.run(script, ScriptOutputType.VALUE, List.of(keyOf(address)), values);
  }

  private static <T> T orUnavailable(Supplier<T> asking) {
    try {
      return asking.get();
    } catch (RedisAway e) {
      throw new Unavailable(
          "Login codes cannot be made or checked at the moment; try again in a few seconds", e);
    }
  }

  private static Optional<Instant> instant(String millis) {
    return Optional.ofNullable(millis).map(Long::valueOf).map(Instant::ofEpochMilli);
  }

  private String keyOf(EmailAddress address) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(address.text().getBytes(UTF_8));
      return redis.key("login-code:" + HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}
