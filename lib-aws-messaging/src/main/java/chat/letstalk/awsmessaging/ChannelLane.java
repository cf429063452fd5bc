package chat.letstalk.awsmessaging;

import chat.letstalk.delivery.Backoff;
import chat.letstalk.delivery.ChannelHealth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends the events of one channel in batches, several at a time. What AWS does not take is repeated
 * with backoff until its deadline, before those behind it. Thread-safe.
 */
final class ChannelLane {

  /** Batches on their way at a time. */
  private static final int BATCHES = 8;

  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  private final String part;
  private final Supplier<Destination> source;
  private final Function<Throwable, AwsFailure> explain;
  private final ConnectorThreads threads;
  private final ChannelHealth health;
  private final WaitingLine line = new WaitingLine();
  private Destination destination;
  private boolean connecting;
  private int batches;

  /**
   * @param part what {@link ChannelHealth} calls it
   * @param source finds the destination; waits for AWS
   * @param explain says what a failed call means
   */
  ChannelLane(
      String part,
      Supplier<Destination> source,
      Function<Throwable, AwsFailure> explain,
      ConnectorThreads threads,
      ChannelHealth health) {
    this.part = part;
    this.source = source;
    this.explain = explain;
    this.threads = threads;
    this.health = health;
  }

  void add(Pending pending) {
    line.add(pending);
    pump();
  }

  /** Connects; before there is an event, so that what is wrong shows at start. */
  void connect() {
    synchronized (this) {
      if (connecting || destination != null) {
        return;
      }
      connecting = true;
    }
    threads.work(() -> connect(1));
  }

  private void connect(int attempt) {
    try {
      Destination connected = source.get();
      synchronized (this) {
        destination = connected;
        connecting = false;
      }
      health.up(part);
    } catch (RuntimeException e) {
      health.down(part, e);
      fail(line.giveUpOverdue(), e);
      threads.workLater(BACKOFF.after(attempt), () -> connect(attempt + 1));
      return;
    }
    pump();
  }

  private void pump() {
    List<Pending> batch;
    Destination to;
    do {
      synchronized (this) {
        to = destination;
        batch = to == null || batches >= BATCHES ? List.of() : line.nextBatch();
        batches += batch.isEmpty() ? 0 : 1;
      }
      if (!batch.isEmpty()) {
        send(to, batch);
      }
    } while (!batch.isEmpty());
    if (to == null) {
      connect();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // its outcome is settled
  private void send(Destination to, List<Pending> batch) {
    CompletableFuture<Map<Integer, AwsFailure>> sent;
    try {
      sent = to.send(batch.stream().map(Pending::event).toList());
    } catch (RuntimeException e) { // the clients are closed
      sent = CompletableFuture.failedFuture(e);
    }
    sent.whenComplete((refused, failure) -> settle(to, batch, refused, failure));
  }

  private void settle(
      Destination to, List<Pending> batch, Map<Integer, AwsFailure> refused, Throwable failure) {
    AwsFailure whole = failure == null ? null : explained(failure);
    if (whole != null && whole.isMissing()) {
      forget(to);
    }
    for (int i = 0; i < batch.size(); i++) {
      AwsFailure why = whole == null ? refused.get(i) : whole;
      if (why == null) {
        line.done(batch.get(i));
        batch.get(i).taken().complete(null);
      } else {
        health.down(part, why);
        repeat(batch.get(i).failedOnceMore(), why);
      }
    }
    synchronized (this) {
      batches--;
    }
    if (whole == null && refused.isEmpty()) {
      health.up(part);
    }
    pump();
  }

  private AwsFailure explained(Throwable failure) {
    return explain.apply(failure instanceof CompletionException ? failure.getCause() : failure);
  }

  /** It is gone; it is looked for, or made, once more. */
  private synchronized void forget(Destination gone) {
    destination = destination == gone ? null : destination;
  }

  private void repeat(Pending pending, AwsFailure why) {
    Duration wait = BACKOFF.after(pending.failures());
    if (pending.isOverdue(System.nanoTime() + wait.toNanos())) {
      fail(line.giveUp(pending), why);
      return;
    }
    threads.later(
        wait,
        () -> {
          line.again(pending);
          pump();
        });
  }

  private static void fail(List<Pending> events, RuntimeException why) {
    events.forEach(pending -> pending.taken().completeExceptionally(why));
  }

  /** Nothing more will be sent; whoever waits may try elsewhere. */
  void close() {
    fail(line.giveUpAll(), new IllegalStateException("The connector to AWS has stopped"));
  }
}
