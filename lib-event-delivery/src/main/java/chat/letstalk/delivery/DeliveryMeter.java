package chat.letstalk.delivery;

/** Counts what becomes of events; thread-safe. */
@FunctionalInterface
interface DeliveryMeter {

  /** What can become of an attempt at an event. */
  enum Outcome {
    HANDLED,
    RETRIED,
    DEAD_LETTERED
  }

  void count(String channel, Outcome outcome);
}
