package chat.letstalk.bench.load;

import chat.letstalk.bench.BenchException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Counts what fails under load. A few are a figure; many make the run worthless and end it. */
final class Failures {

  private static final int TOO_MANY = 100;

  private final AtomicInteger count = new AtomicInteger();
  private final AtomicReference<Throwable> first = new AtomicReference<>();

  void add(Throwable failure) {
    first.compareAndSet(null, failure);
    count.incrementAndGet();
  }

  int count() {
    return count.get();
  }

  boolean tooMany() {
    return count.get() >= TOO_MANY;
  }

  void endIfTooMany() {
    if (tooMany()) {
      throw new BenchException(
          count + " calls have failed, the first with: " + first.get().getMessage(), first.get());
    }
  }
}
