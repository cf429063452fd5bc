package chat.letstalk.bench.section;

import java.util.BitSet;
import java.util.concurrent.CompletableFuture;

/**
 * A message that is under way: done when its sender has the answer and every connection has the
 * push. Touched on the wire's thread alone.
 */
final class Pending {

  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private final BitSet arrived;
  private int missing;
  private boolean answered;

  Pending(int connections) {
    this.arrived = new BitSet(connections);
    this.missing = connections;
  }

  CompletableFuture<Void> done() {
    return done;
  }

  void isAnswered() {
    answered = true;
    completeIfAll();
  }

  /** Whether this is the first time that the connection gets it. */
  boolean arrivesAt(int connection) {
    if (arrived.get(connection)) {
      return false;
    }
    arrived.set(connection);
    missing--;
    completeIfAll();
    return true;
  }

  int missing() {
    return missing;
  }

  private void completeIfAll() {
    if (answered && missing == 0) {
      done.complete(null);
    }
  }
}
