package chat.letstalk.cache;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Caches for the tests of those who use them. */
public final class TestCaches {

  private TestCaches() {}

  /** As configured; nobody counts. */
  public static Caches of(Map<String, String> settings) {
    return Caches.read(key -> Optional.ofNullable(settings.get(key)), new Quiet());
  }

  /** In memory, by a clock of nanoseconds. */
  public static Caches inMemory(LongSupplier nanos) {
    return Caches.read(key -> Optional.empty(), new Quiet(), nanos::getAsLong);
  }

  private static final class Quiet implements CacheMeter, CacheMeter.Counters {

    @Override
    public Counters of(String cache) {
      return this;
    }

    @Override
    public void redis(BooleanSupplier isUp) {
      // Nobody looks.
    }

    @Override
    public void answered(Outcome outcome) {
      // Nobody counts.
    }

    @Override
    public void failed() {
      // Nobody counts.
    }
  }
}
