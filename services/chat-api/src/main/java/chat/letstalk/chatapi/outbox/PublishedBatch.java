package chat.letstalk.chatapi.outbox;

import chat.letstalk.delivery.OutgoingEvent;
import chat.letstalk.delivery.PermanentFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Events of the outbox on their way to the broker, in order. For one thread. */
final class PublishedBatch {

  private static final Logger LOG = Logger.getLogger(PublishedBatch.class.getName());

  private record InFlight(Outbox.Entry entry, CompletableFuture<Void> published) {

    boolean isPublished() {
      return published.isDone() && !published.isCompletedExceptionally();
    }
  }

  private final List<InFlight> events;

  private PublishedBatch(List<InFlight> events) {
    this.events = events;
  }

  /**
   * Sends entries off. What stands behind one that is refused at once stays where it is, so that
   * nothing overtakes.
   *
   * @param mayGoOn asked before each entry: sending may block while the broker is away
   */
  static PublishedBatch of(
      List<Outbox.Entry> entries,
      Function<OutgoingEvent, CompletionStage<Void>> publish,
      BooleanSupplier mayGoOn) {
    List<InFlight> events = new ArrayList<>(entries.size());
    for (Outbox.Entry entry : entries) {
      if (!mayGoOn.getAsBoolean()) {
        break;
      }
      PendingEvent event = entry.event();
      CompletableFuture<Void> published =
          publish
              .apply(
                  new OutgoingEvent(
                      event.channel(), event.key(), event.body(), event.headers(), event.eventId()))
              .toCompletableFuture();
      events.add(new InFlight(entry, published));
      if (published.isCompletedExceptionally()) {
        break;
      }
    }
    return new PublishedBatch(events);
  }

  /**
   * Waits for the broker.
   *
   * @param interval how often to ask whether to wait on
   */
  void await(Duration interval, BooleanSupplier mayGoOn) throws InterruptedException {
    var all =
        CompletableFuture.allOf(
            events.stream().map(InFlight::published).toArray(CompletableFuture[]::new));
    while (!all.isDone()) {
      try {
        all.get(interval.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (!mayGoOn.getAsBoolean()) {
          return;
        }
      } catch (ExecutionException e) {
        return; // settle looks at each
      }
    }
  }

  /**
   * Removes what is published. Puts the first one aside that can never be; the others stay.
   *
   * @throws ExecutionException why the first one was not published, when that may pass
   */
  void settle(Outbox outbox, RelayMeter meter) throws InterruptedException, ExecutionException {
    List<Object> published =
        events.stream()
            .filter(InFlight::isPublished)
            .map(event -> event.entry().position())
            .toList();
    if (!published.isEmpty()) {
      outbox.remove(published);
      meter.published(published.size());
    }
    for (InFlight event : events) {
      if (event.published().isCompletedExceptionally()) {
        buryOrThrow(event, outbox, meter);
        return;
      }
    }
  }

  private static void buryOrThrow(InFlight failed, Outbox outbox, RelayMeter meter)
      throws InterruptedException, ExecutionException {
    try {
      failed.published().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof PermanentFailure)) {
        throw e;
      }
      PendingEvent event = failed.entry().event();
      LOG.log(
          Level.SEVERE,
          e.getCause(),
          () ->
              "Event %s of %s can never be published; it is put aside in the store"
                  .formatted(event.eventId(), event.channel()));
      outbox.bury(failed.entry().position(), e.getCause().getMessage());
      meter.buried();
    }
  }
}
