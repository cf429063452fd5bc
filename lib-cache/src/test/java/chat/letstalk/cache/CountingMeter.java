package chat.letstalk.cache;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Counts for tests, over all caches. */
final class CountingMeter implements CacheMeter, CacheMeter.Counters {

  private final Map<Outcome, AtomicInteger> answers = new EnumMap<>(Outcome.class);
  final AtomicInteger failures = new AtomicInteger();
  volatile BooleanSupplier redisIsUp;

  CountingMeter() {
    for (Outcome outcome : Outcome.values()) {
      answers.put(outcome, new AtomicInteger());
    }
  }

  int count(Outcome outcome) {
    return answers.get(outcome).get();
  }

  @Override
  public Counters of(String cache) {
    return this;
  }

  @Override
  public void redis(BooleanSupplier isUp) {
    redisIsUp = isUp;
  }

  @Override
  public void answered(Outcome outcome) {
    answers.get(outcome).incrementAndGet();
  }

  @Override
  public void failed() {
    failures.incrementAndGet();
  }
}
