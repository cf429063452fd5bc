package chat.letstalk.endtoend;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Sends one message after the other, each with a client message id, and repeats a message until it
 * is acknowledged: never gives up, never skips.
 */
final class Sender {

  private static final Set<Integer> FINAL = Set.of(400, 401, 403, 404);

  private final Person person;
  private final ScheduledFuture<?> ticks;
  private final List<JsonObject> acknowledged = new CopyOnWriteArrayList<>();
  private final Set<Integer> refusals = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;
  private int number;
  private volatile String pending;

  Sender(Person person, ScheduledExecutorService threads) {
    this.person = person;
    this.ticks = threads.scheduleWithFixedDelay(this::tick, 0, 50, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    if (pending == null) {
      if (stopping) {
        return;
      }
      number++;
      pending = UUID.randomUUID().toString();
    }
    try {
      Answer answer = person.triesToSend(textOf(number), pending);
      if (answer.status() == 200) {
        acknowledged.add(answer.object());
        pending = null;
      } else if (FINAL.contains(answer.status())) {
        refusals.add(answer.status());
      }
    } catch (Rest.NoAnswer retriedAtTheNextTick) {
      // whether it was stored is unknown, therefore the same client message id again
    }
  }

  private String textOf(int count) {
    return person.id() + " " + count;
  }

  Person person() {
    return person;
  }

  int acknowledgedCount() {
    return acknowledged.size();
  }

  /** The ids of the acknowledged messages in the order in which they were sent. */
  List<String> acknowledgedIds() {
    return acknowledged.stream().map(message -> message.getString("id")).toList();
  }

  /** Statuses that would have made a real client give up or sign out. */
  Set<Integer> refusals() {
    return refusals;
  }

  /** Tells when as many messages are acknowledged after those that are by now. */
  BooleanSupplier getsThrough(int further) {
    int goal = acknowledged.size() + further;
    return () -> acknowledged.size() >= goal;
  }

  /** Ends after the message under way. */
  void stops() {
    stopping = true;
    await().atMost(Duration.ofSeconds(60)).until(() -> pending == null);
    ticks.cancel(false);
  }
}
