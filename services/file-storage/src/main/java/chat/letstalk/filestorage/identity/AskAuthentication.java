package chat.letstalk.filestorage.identity;

import chat.letstalk.authentication.client.AuthenticationClient;
import chat.letstalk.authentication.client.AuthenticationUnavailable;
import chat.letstalk.authentication.client.ValidatedToken;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks the authentication service; lets only so many wait for it at a time, so that a slow one
 * never holds all threads.
 */
public final class AskAuthentication implements TokenCheck {

  private static final int AT_A_TIME = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final AuthenticationClient authentication;
  private final Semaphore places = new Semaphore(AT_A_TIME);

  /** Asks by the given client. */
  public AskAuthentication(AuthenticationClient authentication) {
    this.authentication = authentication;
  }

  @Override
  public Optional<ValidatedToken> check(String token) {
    takePlace();
    try {
      return authentication.validate(token);
    } catch (AuthenticationUnavailable e) {
      throw new IdentityUnknowable("The authentication service does not answer", e);
    } finally {
      places.release();
    }
  }

  private void takePlace() {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IdentityUnknowable("Too many tokens are being checked", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IdentityUnknowable("Interrupted while waiting to check a token", e);
    }
  }
}
