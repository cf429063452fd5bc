package chat.letstalk.chatapi.mongodb;

import java.time.Duration;

/**
 * Where in the order of publication the relay begins to look. An index keeps entries of what has
 * been published for a while (PostgreSQL below DocumentDB until it is vacuumed, WiredTiger until it
 * evicts them), so each look from the very beginning would pass over all that was sent since. Once
 * in a while it is from the beginning all the same, for what came late. Thread-safe.
 */
final class Horizon {

  private static final long BEGINNING = 0;

  /** How far the clocks of replicas may be apart before anything comes late. */
  private static final long LOOK_BACK_MICROS = Duration.ofSeconds(5).toNanos() / 1_000;

  /** How long what came late may lie unnoticed. */
  private static final long LOOK_AT_ALL_AFTER_NANOS = Duration.ofSeconds(1).toNanos();

  private long start = BEGINNING;
  private long lookedAtAllNanos = System.nanoTime();

  /** What is due later than this is to be read. */
  synchronized long start() {
    if (System.nanoTime() - lookedAtAllNanos > LOOK_AT_ALL_AFTER_NANOS) {
      lookAtAll();
    }
    if (start == BEGINNING) {
      lookedAtAllNanos = System.nanoTime();
    }
    return start;
  }

  /** The first of what was met there. */
  synchronized void met(long due) {
    start = Math.max(BEGINNING, due - LOOK_BACK_MICROS);
  }

  /** Something lies before it. */
  synchronized void lookAtAll() {
    start = BEGINNING;
  }
}
