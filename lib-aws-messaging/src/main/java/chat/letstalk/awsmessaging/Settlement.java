package chat.letstalk.awsmessaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/** Keeps the events of a queue hidden from its other readers until each is settled. Thread-safe. */
final class Settlement {

  private static final Logger LOG = Logger.getLogger(Settlement.class.getName());

  private final SqsAsyncClient sqs;
  private final Queue queue;
  private final int visibilitySeconds;
  private final Set<ReceivedEvent> open = ConcurrentHashMap.newKeySet();

  Settlement(SqsAsyncClient sqs, Queue queue, int visibilitySeconds) {
    this.sqs = sqs;
    this.queue = queue;
    this.visibilitySeconds = visibilitySeconds;
  }

  void opened(ReceivedEvent event) {
    open.add(event);
  }

  synchronized void settled(ReceivedEvent event) {
    open.remove(event);
    notifyAll();
  }

  /** Waits until all events are settled, but no longer than that. */
  synchronized void awaitSettled(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try {
      while (!open.isEmpty() && end - System.nanoTime() > 0) {
        wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isOf(Queue other) {
    return queue.equals(other);
  }

  int size() {
    return open.size();
  }

  /** Prolongs the hiding of all events that are not settled; does not wait for it. */
  void extend() {
    var unused = change(List.copyOf(open), visibilitySeconds);
  }

  /**
   * Gives events back that nobody has begun with.
   *
   * @return completed, never exceptionally, when that is done or has failed
   */
  CompletableFuture<Void> release(List<ReceivedEvent> events) {
    events.forEach(this::settled);
    return change(events, 0);
  }

  private CompletableFuture<Void> change(List<ReceivedEvent> events, int seconds) {
    List<CompletableFuture<?>> changes = new ArrayList<>();
    for (int from = 0; from < events.size(); from += Destination.MOST_EVENTS) {
      int to = Math.min(events.size(), from + Destination.MOST_EVENTS);
      changes.add(changeBatch(events.subList(from, to), seconds));
    }
    return CompletableFuture.allOf(changes.toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<?> changeBatch(List<ReceivedEvent> events, int seconds) {
    List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
    for (ReceivedEvent event : events) {
      entries.add(
          ChangeMessageVisibilityBatchRequestEntry.builder()
              .id(String.valueOf(entries.size()))
              .receiptHandle(event.receipt())
              .visibilityTimeout(seconds)
              .build());
    }
    long asked = System.nanoTime();
    return sqs.changeMessageVisibilityBatch(ask -> ask.queueUrl(queue.url()).entries(entries))
        .handle(
            (answer, failure) -> {
              if (failure == null) {
                answer
                    .successful()
                    .forEach(
                        done -> events.get(Integer.parseInt(done.id())).hidden(asked, seconds));
              } else {
                LOG.log(
                    Level.WARNING,
                    failure,
                    () ->
                        "%d events of %s could not be kept hidden and may come again"
                            .formatted(events.size(), queue.name()));
              }
              return null;
            });
  }
}
