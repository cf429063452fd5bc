package chat.letstalk.notification.connection;

import chat.letstalk.notification.hub.HubProtocol;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/**
 * Asks all clients to come back, one after the other: many of them do so at once, and the replicas
 * that take them in are to be spared a rush.
 */
final class Farewell {

  /** What a replica takes in without effort is a thousand a second. */
  private static final Duration SLOWEST_PACE = Duration.ofMillis(1);

  private Farewell() {}

  /** Returns when all have been asked; that takes no longer than this, and less for a few. */
  static void to(Collection<HubConnection> clients, Duration within) throws InterruptedException {
    long pause = pause(clients.size(), within).toNanos();
    long next = System.nanoTime();
    for (HubConnection client : clients) {
      client.end(HubProtocol.CLOSE_AND_COME_BACK);
      next += pause;
      long early = next - System.nanoTime();
      if (early > TimeUnit.MILLISECONDS.toNanos(1)) {
        TimeUnit.NANOSECONDS.sleep(early);
      }
    }
  }

  static Duration pause(int clients, Duration within) {
    Duration even = within.dividedBy(Math.max(1, clients));
    return even.compareTo(SLOWEST_PACE) < 0 ? even : SLOWEST_PACE;
  }
}
