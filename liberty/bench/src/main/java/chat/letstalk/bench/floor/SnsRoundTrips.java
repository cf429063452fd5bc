package chat.letstalk.bench.floor;

import chat.letstalk.bench.BenchException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * One event, published to a FIFO topic, received raw from a FIFO queue under it, and deleted there.
 * What waits at the same time shares a call, up to ten, as in the product. With a topic and a queue
 * of its own, deleted at the end.
 */
final class SnsRoundTrips implements BrokerRoundTrips {

  /** As AWS allows in a call. */
  private static final int MOST_EVENTS = 10;

  private static final int WAIT_SECONDS = 2;

  /** So many calls of each kind are under way at once. */
  private static final int CALLS = 4;

  /** SQS hands out one batch of a group at a time; chats are groups, and many. */
  private static final int GROUPS = 64;

  private final SnsTopic topic;
  private final String event;
  private final AtomicLong number = new AtomicLong();
  private final Map<Long, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
  private final BlockingQueue<Long> unpublished = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closing;

  private SnsRoundTrips(SnsTopic topic, String event) {
    this.topic = topic;
    this.event = event;
  }

  /** Makes topic and queue and listens. */
  static SnsRoundTrips on(URI endpoint, String event) {
    SnsRoundTrips trips = new SnsRoundTrips(SnsTopic.at(endpoint), event);
    for (int n = 0; n < CALLS; n++) {
      trips.run("bench-sns", trips::publish);
      trips.run("bench-sqs", trips::receive);
    }
    return trips;
  }

  private void run(String name, Step step) {
    Thread thread = new Thread(() -> repeat(step), name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** What one thread does again and again. */
  private interface Step {
    void run() throws InterruptedException;
  }

  /** A failure is everybody's who waits: the load counts it and ends when there are too many. */
  private void repeat(Step step) {
    while (!closing) {
      try {
        step.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (SdkException | CompletionException e) {
        underWay.values().forEach(trip -> trip.completeExceptionally(e));
      }
    }
  }

  private void publish() throws InterruptedException {
    Long first = unpublished.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    if (first == null) {
      return;
    }
    List<Long> batch = new ArrayList<>(List.of(first));
    unpublished.drainTo(batch, MOST_EVENTS - 1);
    var answer = topic.publish(batch.stream().map(this::entry).toList());
    answer
        .failed()
        .forEach(
            refused ->
                end(Long.valueOf(refused.id()))
                    .completeExceptionally(
                        new BenchException("SNS refused an event: " + refused.message())));
  }

  private PublishBatchRequestEntry entry(long key) {
    return PublishBatchRequestEntry.builder()
        .id(String.valueOf(key))
        .message(key + ":" + event)
        .messageGroupId(String.valueOf(key % GROUPS))
        .messageDeduplicationId(String.valueOf(key))
        .build();
  }

  private void receive() {
    List<Message> messages = topic.receive(MOST_EVENTS, WAIT_SECONDS);
    if (messages.isEmpty()) {
      return;
    }
    List<DeleteMessageBatchRequestEntry> done = new ArrayList<>();
    for (Message message : messages) {
      String body = message.body();
      end(Long.valueOf(body.substring(0, body.indexOf(':')))).complete(null);
      done.add(
          DeleteMessageBatchRequestEntry.builder()
              .id(String.valueOf(done.size()))
              .receiptHandle(message.receiptHandle())
              .build());
    }
    topic.delete(done);
  }

  private CompletableFuture<Void> end(Long key) {
    CompletableFuture<Void> trip = underWay.remove(key);
    return trip == null ? new CompletableFuture<>() : trip;
  }

  @Override
  public CompletableFuture<?> start() {
    long key = number.incrementAndGet();
    CompletableFuture<Void> trip = new CompletableFuture<>();
    underWay.put(key, trip);
    unpublished.add(key);
    return trip;
  }

  @Override
  public String name() {
    return "bare SNS to SQS round trip (FIFO)";
  }

  @Override
  public void close() {
    closing = true;
    try (topic) {
      for (Thread thread : threads) {
        thread.join(2 * WAIT_SECONDS * 1000L);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
