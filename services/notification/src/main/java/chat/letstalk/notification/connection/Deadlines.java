package chat.letstalk.notification.connection;

import chat.letstalk.notification.hub.HubProtocol;
import chat.letstalk.notification.identity.Identity;
import java.time.Clock;
import java.util.function.Predicate;

/** Keeps every deadline of every connection: one shared sweep instead of a timer for each. */
final class Deadlines {

  private final HubLimits limits;
  private final HubMeter meter;
  private final Predicate<Identity> revoked;
  private final Clock clock;

  Deadlines(HubLimits limits, HubMeter meter, Predicate<Identity> revoked, Clock clock) {
    this.limits = limits;
    this.meter = meter;
    this.revoked = revoked;
    this.clock = clock;
  }

  /**
   * Looks after one connection.
   *
   * @param now on the clock of {@link System#nanoTime}
   */
  void keep(HubConnection connection, long now) {
    if (!connection.isOpen()) {
      if (connection.isStuckAt(now)) {
        connection.hangUp();
      }
    } else if (connection.silenceAt(now) > limits.silentFor().toNanos()) {
      refuse(connection, "silence", HubProtocol.closeAndComeBack("Nothing heard for too long"));
    } else if (connection.identity() == null) {
      awaitIdentity(connection, now);
    } else {
      keepIdentity(connection, connection.identity(), now);
    }
  }

  private void awaitIdentity(HubConnection connection, long now) {
    long age = connection.ageAt(now);
    if (!connection.isShaken() && age > limits.handshakeWithin().toNanos()) {
      refuse(connection, "handshake", HubProtocol.handshakeRefused("No handshake in time"));
    } else if (age > limits.authorizeWithin().toNanos()) {
      refuse(
          connection,
          "unauthorised",
          connection.isRefused()
              ? HubProtocol.closeForGood("Not authorised")
              : HubProtocol.closeAndComeBack("Not authorised in time"));
    } else {
      keepAlive(connection, now);
    }
  }

  private void keepIdentity(HubConnection connection, Identity who, long now) {
    if (!who.expiresAt().isAfter(clock.instant())) {
      refuse(connection, "expired", HubProtocol.closeAndComeBack("The token has expired"));
    } else if (revoked.test(who)) {
      refuse(connection, "revoked", HubProtocol.closeForGood("The token has been revoked"));
    } else {
      keepAlive(connection, now);
    }
  }

  private void keepAlive(HubConnection connection, long now) {
    long quiet = connection.quietAt(now);
    if (connection.isSending()) {
      if (quiet > limits.sendWithin().toNanos()) {
        connection.cutOff();
      }
    } else if (connection.isShaken() && quiet > limits.pingAfter().toNanos()) {
      connection.offer(HubProtocol.PING);
    }
  }

  private void refuse(HubConnection connection, String reason, String lastRecord) {
    meter.refused(reason);
    connection.end(lastRecord);
  }
}
