package chat.letstalk.filestorage.identity;

import chat.letstalk.filestorage.metric.FileMeter;
import chat.letstalk.filestorage.metric.FileMeter.Refusal;
import java.util.Optional;
import java.util.UUID;

/** Says which account a call comes from. Thread-safe. */
public final class SignedIn {

  private static final String SCHEME = "Bearer ";

  private final TokenCheck tokens;
  private final FileMeter meter;

  /** Checks tokens with the given check. */
  public SignedIn(TokenCheck tokens, FileMeter meter) {
    this.tokens = tokens;
    this.meter = meter;
  }

  /**
   * The account behind a call.
   *
   * @param authorization the header or metadata entry of that name: a token, bare or after
   *     "Bearer"; null when there is none
   * @throws NotSignedIn when that is no valid token
   * @throws IdentityUnknowable when that cannot be said at present
   */
  public UUID account(String authorization) {
    return Optional.ofNullable(authorization)
        .flatMap(presented -> tokens.check(bare(presented)))
        .map(valid -> UUID.fromString(valid.accountId()))
        .orElseThrow(
            () -> {
              meter.refused(Refusal.TOKEN);
              return new NotSignedIn();
            });
  }

  private static String bare(String authorization) {
    boolean hasScheme = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return (hasScheme ? authorization.substring(SCHEME.length()) : authorization).strip();
  }
}
