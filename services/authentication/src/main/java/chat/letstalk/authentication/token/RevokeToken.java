package chat.letstalk.authentication.token;

import chat.letstalk.authentication.InvalidInput;
import chat.letstalk.authentication.metric.Meter;

/** Revokes a token: durably, for all replicas, until it would have expired anyway. */
public final class RevokeToken {

  private final ValidateToken validate;
  private final Revocations revocations;
  private final Meter meter;

  /** Revokes what {@code validate} takes for genuine. */
  public RevokeToken(ValidateToken validate, Revocations revocations, Meter meter) {
    this.validate = validate;
    this.revocations = revocations;
    this.meter = meter;
  }

  /**
   * Revokes a token; repeating it changes nothing.
   *
   * @param serialized without "Bearer "
   * @throws InvalidInput for something that is no token of ours, or has expired
   */
  public void revoke(String serialized) {
    ValidToken token =
        validate
            .genuine(serialized)
            .orElseThrow(() -> new InvalidInput("This is no valid token of ours"));
    if (!revocations.isRevoked(token.tokenId())) {
      revocations.add(new Revocation(token.tokenId(), token.expiresAt()));
      meter.count(Meter.Event.TOKENS_REVOKED);
    }
  }
}
