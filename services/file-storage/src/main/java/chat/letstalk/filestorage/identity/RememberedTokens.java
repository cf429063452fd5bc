package chat.letstalk.filestorage.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.authentication.client.RevokedTokens;
import chat.letstalk.authentication.client.ValidatedToken;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;

/**
 * Remembers tokens that were valid, so that a page full of avatars, downloaded one by one, costs
 * one question. An expired or revoked token is found out all the same, the latter as soon as {@link
 * RevokedTokens} knows. Only digests of tokens are kept.
 */
public final class RememberedTokens implements TokenCheck {

  private final TokenCheck check;
  private final RevokedTokens revoked;
  private final Clock clock;
  private final Cache<ByteBuffer, ValidatedToken> valid;

  /**
   * @param check asked about tokens that are not remembered
   * @param count how many tokens are remembered; those least used go first
   */
  public RememberedTokens(TokenCheck check, RevokedTokens revoked, Clock clock, int count) {
    this.check = check;
    this.revoked = revoked;
    this.clock = clock;
    this.valid = Caffeine.newBuilder().maximumSize(count).build();
  }

  @Override
  public Optional<ValidatedToken> check(String token) {
    if (!revoked.isReady()) {
      throw new IdentityUnknowable("It is not known yet which tokens have been revoked", null);
    }
    ByteBuffer digest = digestOf(token);
    ValidatedToken known = valid.getIfPresent(digest);
    if (known == null) {
      Optional<ValidatedToken> checked = check.check(token);
      checked.ifPresent(found -> valid.put(digest, found));
      return checked;
    }
    if (known.expiresAt().isAfter(clock.instant()) && !revoked.isRevoked(known.tokenId())) {
      return Optional.of(known);
    }
    valid.invalidate(digest);
    return Optional.empty();
  }

  private static ByteBuffer digestOf(String token) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}
