package chat.letstalk.notification.negotiate;

import chat.letstalk.notification.identity.Identity;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The connections that were negotiated and not yet opened. Connection tokens are unguessable, open
 * one connection, and end soon; of too many, the oldest are forgotten. Thread-safe.
 */
public class ConnectionTickets {

  private static final int TOKEN_BYTES = 18;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Ticket> byToken = new LinkedHashMap<>();
  private final Duration validity;
  private final int maxOpen;

  public ConnectionTickets(Duration validity, int maxOpen) {
    this.validity = validity;
    this.maxOpen = maxOpen;
  }

  /** An unguessable name. */
  String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  synchronized void issue(String token, String connectionId, Identity identity) {
    forgetExpired();
    if (byToken.size() >= maxOpen) {
      byToken.remove(byToken.keySet().iterator().next());
    }
    byToken.put(token, new Ticket(connectionId, identity, System.nanoTime()));
  }

  /** Looks without taking; null when there is none. */
  synchronized Ticket peek(String token) {
    forgetExpired();
    return byToken.get(token);
  }

  /** Uses a ticket up; null when there is none. */
  public synchronized Ticket take(String token) {
    forgetExpired();
    return byToken.remove(token);
  }

  private void forgetExpired() {
    long now = System.nanoTime();
    var oldest = byToken.values().iterator();
    while (oldest.hasNext() && now - oldest.next().issuedAt() > validity.toNanos()) {
      oldest.remove();
    }
  }
}
