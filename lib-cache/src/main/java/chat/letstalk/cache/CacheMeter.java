package chat.letstalk.cache;

import java.util.function.BooleanSupplier;

/** Counts what caches do. Thread-safe. */
public interface CacheMeter {

  /** How a question was answered. */
  enum Outcome {
    /** With what was remembered. */
    HIT,
    /** With what somebody else was loading already. */
    JOINED,
    /** By loading. */
    LOADED
  }

  /** The counters of one cache. */
  interface Counters {

    void answered(Outcome outcome);

    /** The cache could not be read, written or invalidated, and it was done without. */
    void failed();
  }

  /** Makes the counters of a cache; called once for each. */
  Counters of(String cache);

  /** Shows whether Redis answers. */
  void redis(BooleanSupplier isUp);
}
