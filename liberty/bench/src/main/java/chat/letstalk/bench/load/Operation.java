package chat.letstalk.bench.load;

import java.util.concurrent.CompletableFuture;

/** What a load consists of: one send, one insert, one round trip. Started from any thread. */
@FunctionalInterface
public interface Operation {

  /** Begins one and does not wait for it; the future ends with it, exceptionally if it failed. */
  CompletableFuture<?> start();

  /** This one, and when it has succeeded the other: what two parts cost in a row. */
  default Operation then(Operation other) {
    return () -> start().thenCompose(done -> other.start());
  }
}
