package chat.letstalk.notification.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets only so many checks wait for the authentication service at a time, so that a slow one never
 * holds all threads of the HTTP server.
 */
public final class BoundedTokenCheck implements TokenCheck {

  private final TokenCheck check;
  private final Semaphore places;
  private final Duration patience;

  /**
   * @param atATime how many checks may be under way
   * @param patience how long a further one waits for its turn
   */
  public BoundedTokenCheck(TokenCheck check, int atATime, Duration patience) {
    this.check = check;
    this.places = new Semaphore(atATime);
    this.patience = patience;
  }

  @Override
  public Optional<Identity> identityOf(String token) throws IdentityUnknowable {
    takePlace();
    try {
      return check.identityOf(token);
    } finally {
      places.release();
    }
  }

  private void takePlace() throws IdentityUnknowable {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IdentityUnknowable("Too many tokens are being checked", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IdentityUnknowable("Interrupted while waiting to check a token", e);
    }
  }

  @Override
  public boolean isRevoked(Identity identity) {
    return check.isRevoked(identity);
  }

  @Override
  public boolean isReady() {
    return check.isReady();
  }
}
