package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.load.Batch;
import chat.letstalk.bench.load.Operation;
import java.time.Duration;

/**
 * Makes a stack that has just started as quick as it becomes: its JVM compiles what sends and lists
 * need. By number, not by time, and the same on every stack, however long is measured: so stacks
 * can be compared, and the one that starts while the machine has other things to do is not cold.
 */
public record WarmUp(Bench bench) {

  private static final int SENDS = 8_000;
  private static final int LISTS = 3_000;

  /** On a stack so slow that it does not come that far, this is enough too. */
  private static final Duration AT_MOST = Duration.ofSeconds(40);

  private static final int STEP = 250;

  /** Waits for its end. */
  public void run() {
    var chats = bench.people().chats(bench.options().chats());
    try (LiveMessages messages = LiveMessages.in(bench, chats, 1)) {
      run("sends", SENDS, messages);
    }
    run("lists", LISTS, ChatLists.in(bench));
  }

  private void run(String what, int count, Operation operation) {
    long end = System.nanoTime() + AT_MOST.toNanos();
    int done = 0;
    while (done < count && System.nanoTime() < end) {
      Batch.of(
          "Warming up",
          STEP,
          bench.options().concurrency(),
          n -> operation.start().thenApply(ended -> n));
      done += STEP;
    }
    bench.progress().accept("warmed up by %,d %s".formatted(done, what));
  }
}
