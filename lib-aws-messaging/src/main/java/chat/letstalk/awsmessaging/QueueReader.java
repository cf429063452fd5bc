package chat.letstalk.awsmessaging;

import chat.letstalk.delivery.Backoff;
import chat.letstalk.delivery.ChannelHealth;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Reads a channel's queue by long polls on a thread of its own, and hands the events out one by one
 * as they are asked for. Whatever fails is tried again with backoff for as long as the application
 * runs; nothing ends the channel. For one subscriber.
 */
final class QueueReader implements Publisher<Message<String>>, Runnable {

  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(15));

  /** For events in progress, when the application ends. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final String part;
  private final QueueSource source;
  private final SqsAsyncClient sqs;
  private final LongPoll poll;
  private final AwsSettings settings;
  private final ConnectorThreads threads;
  private final ChannelHealth health;
  private final Demand demand = new Demand();
  private final ArrayDeque<ReceivedEvent> received = new ArrayDeque<>();
  private volatile Settlement settlement;
  private volatile Removals removals;
  private Subscriber<? super Message<String>> subscriber;
  private Thread thread;

  QueueReader(
      String part,
      QueueSource source,
      SqsAsyncClient sqs,
      AwsCalls calls,
      AwsSettings settings,
      ConnectorThreads threads,
      ChannelHealth health) {
    this.part = part;
    this.source = source;
    this.sqs = sqs;
    this.poll = new LongPoll(sqs, calls, settings);
    this.settings = settings;
    this.threads = threads;
    this.health = health;
  }

  /** Connects, so that the queue gets events; they are handed out once somebody subscribes. */
  void start() {
    threads.every(settings.visibility().dividedBy(3), this::extend);
    thread = threads.start("aws-" + part, this);
  }

  private void extend() {
    Settlement current = settlement;
    if (current != null) {
      current.extend();
    }
  }

  @Override
  public synchronized void subscribe(Subscriber<? super Message<String>> wants) {
    if (subscriber != null) {
      throw new IllegalStateException(part + " has a subscriber already");
    }
    subscriber = wants;
    wants.onSubscribe(
        new Subscription() {
          @Override
          public void request(long events) {
            demand.add(events);
          }

          @Override
          public void cancel() {
            demand.end();
          }
        });
  }

  @Override
  public void run() {
    int failures = 0;
    while (demand.isOpen()) {
      try {
        Queue queue = source.open();
        health.up(part);
        failures = 0;
        read(queue);
      } catch (RuntimeException e) {
        if (demand.isOpen()) {
          health.down(part, e);
          demand.pause(BACKOFF.after(++failures));
        }
      }
    }
    if (settlement != null) {
      settlement
          .release(List.copyOf(received))
          .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    }
  }

  private void read(Queue queue) {
    if (settlement == null || !settlement.isOf(queue)) {
      settlement = new Settlement(sqs, queue, poll.visibilitySeconds());
      removals = new Removals(sqs, queue, threads, this::settled);
    }
    while (demand.awaitUntil(() -> settlement.size() < settings.inFlight())) {
      receive(queue);
      while (!received.isEmpty() && demand.take()) {
        handOut(received.poll());
      }
    }
  }

  private void settled(ReceivedEvent event) {
    settlement.settled(event);
    demand.wake();
  }

  private void receive(Queue queue) {
    long asked = System.nanoTime();
    for (var message : poll.receive(queue)) {
      ReceivedEvent event = new ReceivedEvent(message, removals::remove, this::refuse);
      event.hidden(asked, poll.visibilitySeconds());
      settlement.opened(event);
      received.add(event);
    }
  }

  private CompletionStage<Void> refuse(ReceivedEvent event) {
    return settlement.release(List.of(event));
  }

  /** An event that others may have been given meanwhile comes again, and those behind it. */
  private void handOut(ReceivedEvent event) {
    if (event.isLost()) {
      List<ReceivedEvent> behind = new ArrayList<>();
      behind.add(event);
      received.removeIf(
          next -> event.key() != null && event.key().equals(next.key()) && behind.add(next));
      var unused = settlement.release(behind);
      demand.add(1);
      return;
    }
    subscriber.onNext(event);
  }

  /** Stops reading; what nobody has begun with is given back. */
  void stop(Duration within) {
    demand.end();
    thread.interrupt();
    try {
      thread.join(within.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (settlement != null) {
      settlement.awaitSettled(FAREWELL);
    }
    source.close();
  }
}
