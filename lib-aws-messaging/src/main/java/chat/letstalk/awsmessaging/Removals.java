package chat.letstalk.awsmessaging;

import chat.letstalk.delivery.Backoff;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;

/**
 * Removes acknowledged events from a queue: whatever is acknowledged while a batch is on its way
 * makes the next one. Thread-safe.
 */
final class Removals {

  private static final int ATTEMPTS = 6;
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

  private final SqsAsyncClient sqs;
  private final Queue queue;
  private final ConnectorThreads threads;
  private final Consumer<ReceivedEvent> settled;
  private final Deque<Removal> waiting = new ArrayDeque<>();
  private boolean sending;

  private record Removal(ReceivedEvent event, int attempt, CompletableFuture<Void> removed) {}

  /**
   * @param settled told of each event that is removed, or that cannot be
   */
  Removals(
      SqsAsyncClient sqs, Queue queue, ConnectorThreads threads, Consumer<ReceivedEvent> settled) {
    this.sqs = sqs;
    this.queue = queue;
    this.threads = threads;
    this.settled = settled;
  }

  /**
   * Removes an event.
   *
   * @return completed when it is removed; exceptionally when it may come again
   */
  CompletionStage<Void> remove(ReceivedEvent event) {
    CompletableFuture<Void> removed = new CompletableFuture<>();
    add(new Removal(event, 1, removed));
    return removed;
  }

  private void add(Removal removal) {
    synchronized (this) {
      waiting.add(removal);
    }
    send();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // its outcome is settled
  private void send() {
    List<Removal> batch = new ArrayList<>();
    synchronized (this) {
      while (!sending && !waiting.isEmpty() && batch.size() < Destination.MOST_EVENTS) {
        batch.add(waiting.poll());
      }
      if (batch.isEmpty()) {
        return;
      }
      sending = true;
    }
    List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
    for (Removal removal : batch) {
      entries.add(
          DeleteMessageBatchRequestEntry.builder()
              .id(String.valueOf(entries.size()))
              .receiptHandle(removal.event().receipt())
              .build());
    }
    sqs.deleteMessageBatch(ask -> ask.queueUrl(queue.url()).entries(entries))
        .whenComplete((answer, failure) -> settle(batch, answer, failure));
  }

  private void settle(List<Removal> batch, DeleteMessageBatchResponse answer, Throwable failure) {
    Map<Integer, Throwable> failures = new HashMap<>();
    if (failure == null) {
      answer
          .failed()
          .forEach(
              entry ->
                  failures.put(
                      Integer.valueOf(entry.id()),
                      new AwsFailure(
                          "sqs:DeleteMessage on %s was refused (%s)"
                              .formatted(queue.name(), entry.code()),
                          null)));
    }
    synchronized (this) {
      sending = false;
    }
    for (int i = 0; i < batch.size(); i++) {
      Throwable why = failure == null ? failures.get(i) : failure;
      if (why == null) {
        settled.accept(batch.get(i).event());
        batch.get(i).removed().complete(null);
      } else {
        again(batch.get(i), why);
      }
    }
    send();
  }

  private void again(Removal removal, Throwable why) {
    if (removal.attempt() >= ATTEMPTS || removal.event().isLost()) {
      settled.accept(removal.event());
      removal.removed().completeExceptionally(why);
      return;
    }
    Removal next = new Removal(removal.event(), removal.attempt() + 1, removal.removed());
    threads.later(BACKOFF.after(removal.attempt()), () -> add(next));
  }
}
