package chat.letstalk.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The environments of one function. Thread-safe. */
final class LambdaPool implements AutoCloseable {

  private final LambdaFunction function;
  private final Path data;
  private final BlockingQueue<Slot> idle = new LinkedBlockingQueue<>();
  private final List<Slot> slots;

  /** The place of one environment, which is replaced when it has ended. */
  private static final class Slot {
    private final String part;
    private LambdaEnvironment environment;

    private Slot(String part) {
      this.part = part;
    }
  }

  /** Starts all environments. */
  LambdaPool(LambdaFunction function, Path data) {
    this.function = function;
    this.data = data;
    slots =
        IntStream.rangeClosed(1, function.concurrency())
            .mapToObj(number -> new Slot("lambda-" + function.name() + "-" + number))
            .toList();
    try {
      slots.parallelStream().forEach(this::prepare);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    idle.addAll(slots);
  }

  /**
   * Invokes the function as soon as an environment is idle.
   *
   * @return nothing when none became idle within the function's own timeout
   */
  Optional<LambdaAnswer> invoke(byte[] payload) throws InterruptedException {
    Duration patience = function.timeout();
    Slot slot = idle.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (slot == null) {
      return Optional.empty();
    }
    try {
      prepare(slot);
      return Optional.of(slot.environment.invoke(payload));
    } finally {
      idle.add(slot);
    }
  }

  private void prepare(Slot slot) {
    if (slot.environment != null && slot.environment.isUsable()) {
      return;
    }
    if (slot.environment != null) {
      slot.environment.close();
    }
    slot.environment = LambdaEnvironment.start(function, slot.part, data);
  }

  @Override
  public void close() {
    slots.stream()
        .filter(slot -> slot.environment != null)
        .forEach(slot -> slot.environment.close());
  }
}
