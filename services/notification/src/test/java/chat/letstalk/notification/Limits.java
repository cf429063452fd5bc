package chat.letstalk.notification;

import chat.letstalk.notification.connection.HubLimits;
import java.time.Duration;

/** Limits for tests: those of the product where it matters not, and short where somebody waits. */
public record Limits(
    int maxConnections,
    int maxPerAccount,
    int maxQueuedRecords,
    Duration handshakeWithin,
    Duration authorizeWithin,
    Duration silentFor,
    Duration pingAfter,
    Duration sendWithin) {

  private static final Duration LONG = Duration.ofMinutes(1);

  /** Nothing is short. */
  public static Limits patient() {
    return new Limits(1000, 100, 4096, LONG, LONG, LONG, LONG, LONG);
  }

  public Limits handshakeWithin(Duration time) {
    return new Limits(
        maxConnections,
        maxPerAccount,
        maxQueuedRecords,
        time,
        authorizeWithin,
        silentFor,
        pingAfter,
        sendWithin);
  }

  public Limits authorizeWithin(Duration time) {
    return new Limits(
        maxConnections,
        maxPerAccount,
        maxQueuedRecords,
        handshakeWithin,
        time,
        silentFor,
        pingAfter,
        sendWithin);
  }

  public Limits silence(Duration ping, Duration silent) {
    return new Limits(
        maxConnections,
        maxPerAccount,
        maxQueuedRecords,
        handshakeWithin,
        authorizeWithin,
        silent,
        ping,
        sendWithin);
  }

  public Limits connections(int all, int perAccount) {
    return new Limits(
        all,
        perAccount,
        maxQueuedRecords,
        handshakeWithin,
        authorizeWithin,
        silentFor,
        pingAfter,
        sendWithin);
  }

  public Limits queue(int records, Duration send) {
    return new Limits(
        maxConnections,
        maxPerAccount,
        records,
        handshakeWithin,
        authorizeWithin,
        silentFor,
        pingAfter,
        send);
  }

  public HubLimits build() {
    return new HubLimits(
        65_536,
        32_768,
        16,
        16,
        10,
        50,
        maxConnections,
        maxPerAccount,
        maxQueuedRecords,
        64 << 20,
        handshakeWithin,
        authorizeWithin,
        silentFor,
        pingAfter,
        sendWithin,
        Duration.ofSeconds(1),
        Duration.ofMillis(20));
  }
}
