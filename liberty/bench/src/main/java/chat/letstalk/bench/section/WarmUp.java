package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.load.ClosedLoop;
import chat.letstalk.bench.load.Timing;
import java.time.Duration;

/**
 * Makes a stack that has just started as quick as it becomes: its JVM compiles what sends and lists
 * need. As long on every stack, however long is measured, so that stacks can be compared.
 */
public record WarmUp(Bench bench) {

  private static final Timing SENDS = new Timing(Duration.ZERO, Duration.ofSeconds(15));
  private static final Timing LISTS = new Timing(Duration.ZERO, Duration.ofSeconds(8));

  /** Waits for its end. */
  public void run() {
    int concurrency = bench.options().concurrency();
    var chats = bench.people().chats(bench.options().chats());
    try (LiveMessages messages = LiveMessages.in(bench, chats, 1)) {
      bench.progress().accept("warming up");
      new ClosedLoop(messages, concurrency).run(SENDS);
    }
    new ClosedLoop(ChatLists.in(bench), concurrency).run(LISTS);
  }
}
