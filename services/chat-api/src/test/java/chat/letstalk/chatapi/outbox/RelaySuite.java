package chat.letstalk.chatapi.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.letstalk.chatapi.problem.StoreUnavailable;
import chat.letstalk.chatapi.store.StoreSuite;
import chat.letstalk.delivery.OutgoingEvent;
import chat.letstalk.delivery.PermanentFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the relay promises on every engine, whatever the broker does. */
public abstract class RelaySuite extends StoreSuite {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Logger LOG = Logger.getLogger("chat.letstalk.chatapi.outbox");

  private final List<String> published = new CopyOnWriteArrayList<>();
  private final QuietMeter meter = new QuietMeter();
  private final List<OutboxRelay> relays = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  @BeforeEach
  void nothing_waits_and_failures_on_purpose_stay_out_of_the_report() {
    LOG.setLevel(Level.OFF);
    Outbox outbox = engine().outbox();
    outbox.remove(outbox.oldest(100_000).stream().map(Outbox.Entry::position).toList());
  }

  @AfterEach
  void stop() throws InterruptedException {
    relays.forEach(OutboxRelay::stop);
    for (Thread thread : threads) {
      thread.join(LONG.toMillis());
    }
    LOG.setLevel(null);
  }

  @Test
  void events_leave_in_the_order_of_the_outbox_and_are_gone_then() {
    List<String> ids = added(1_200);
    start(engine().outbox(), this::take, "one");
    await().atMost(LONG).until(() -> engine().outbox().oldest(1).isEmpty());
    assertThat(published).isEqualTo(ids);
    await().atMost(LONG).until(() -> meter.published.get() == 1_200);
  }

  @Test
  void an_event_leaves_when_the_relay_is_woken_or_looks_again() {
    OutboxRelay relay = start(engine().outbox(), this::take, "one");
    await().atMost(LONG).until(meter.leading::get);
    List<String> ids = added(1);
    relay.wake();
    await().atMost(LONG).until(() -> published.equals(ids));
    List<String> more = added(1);
    await().atMost(LONG).until(() -> published.containsAll(more));
  }

  @Test
  void what_was_published_right_before_a_crash_is_published_again_and_nothing_is_left_out() {
    List<String> ids = added(5);
    OutboxRelay killed = start(new DyingOutbox(engine().outbox()), this::take, "killed");
    await().atMost(LONG).until(() -> published.size() >= 5);
    killed.stop();
    published.clear();
    start(engine().outbox(), this::take, "next");
    await().atMost(LONG).until(() -> engine().outbox().oldest(1).isEmpty());
    assertThat(published).isEqualTo(ids);
  }

  @Test
  void a_dead_leaders_lease_is_taken_over_when_it_runs_out() {
    engine().leases().acquire(Leadership.LEASE, "dead", Leadership.LENGTH);
    List<String> ids = added(3);
    start(engine().outbox(), this::take, "next");
    await().atMost(LONG).until(() -> published.equals(ids));
  }

  @Test
  void a_leader_that_stops_gives_its_lease_back_at_once() throws InterruptedException {
    OutboxRelay relay = start(engine().outbox(), this::take, "one");
    await().atMost(LONG).until(meter.leading::get);
    relay.stop();
    threads.get(0).join(LONG.toMillis());
    assertThat(engine().leases().acquire(Leadership.LEASE, "other", LONG)).isTrue();
    engine().leases().release(Leadership.LEASE, "other");
  }

  @Test
  void who_does_not_lead_publishes_nothing_however_often_it_is_woken() {
    engine().leases().acquire(Leadership.LEASE, "leader", LONG);
    added(1);
    CountedLeases leases = new CountedLeases(engine().leases());
    OutboxRelay relay = new OutboxRelay(engine().outbox(), leases, this::take, meter, "follower");
    run(relay);
    await()
        .atMost(LONG)
        .until(
            () -> {
              relay.wake();
              return leases.asked.get() >= 3;
            });
    assertThat(published).isEmpty();
    engine().leases().release(Leadership.LEASE, "leader");
    await().atMost(LONG).until(() -> published.size() == 1);
  }

  @Test
  void nothing_overtakes_an_event_that_the_broker_refuses_for_now() {
    List<String> ids = added(20);
    AtomicInteger refusals = new AtomicInteger(3);
    start(
        engine().outbox(),
        event ->
            published.size() == 10 && refusals.getAndDecrement() > 0
                ? CompletableFuture.failedFuture(new IllegalStateException("broker is away"))
                : take(event),
        "one");
    await().atMost(LONG).until(() -> engine().outbox().oldest(1).isEmpty());
    assertThat(published).isEqualTo(ids);
    assertThat(meter.failed).hasValue(3);
  }

  @Test
  void an_event_that_can_never_be_published_is_put_aside_and_stops_nobody() {
    List<String> ids = added(5);
    start(
        engine().outbox(),
        event ->
            event.body().contains(ids.get(2))
                ? CompletableFuture.failedFuture(new PermanentFailure("too large", null))
                : take(event),
        "one");
    await().atMost(LONG).until(() -> engine().outbox().oldest(1).isEmpty());
    assertThat(published).containsExactly(ids.get(0), ids.get(1), ids.get(3), ids.get(4));
    assertThat(meter.buried).hasValue(1);
  }

  @Test
  void a_store_that_comes_back_finds_the_relay_waiting() {
    List<String> ids = added(2);
    AwayOutbox away = new AwayOutbox(engine().outbox(), 4);
    start(away, this::take, "one");
    await().atMost(LONG).until(() -> published.equals(ids));
    assertThat(meter.failed).hasValue(4);
  }

  private CompletionStage<Void> take(OutgoingEvent event) {
    published.add(event.body().substring(1, event.body().length() - 1));
    return CompletableFuture.completedFuture(null);
  }

  private OutboxRelay start(
      Outbox outbox, Function<OutgoingEvent, CompletionStage<Void>> publish, String holder) {
    OutboxRelay relay = new OutboxRelay(outbox, engine().leases(), publish, meter, holder);
    run(relay);
    return relay;
  }

  private void run(OutboxRelay relay) {
    Thread thread = new Thread(relay, "relay under test");
    relays.add(relay);
    threads.add(thread);
    thread.start();
  }

  /** Adds events whose body is their id in quotes. */
  private List<String> added(int count) {
    List<PendingEvent> events =
        IntStream.range(0, count)
            .mapToObj(n -> UUID.randomUUID().toString())
            .map(id -> new PendingEvent(id, "test", "key", "\"" + id + "\"", Map.of()))
            .toList();
    engine().outbox().add(events);
    return events.stream().map(PendingEvent::eventId).toList();
  }

  /** The outbox of a process that is killed between publishing and removing. */
  private static final class DyingOutbox extends PassingOutbox {

    DyingOutbox(Outbox real) {
      super(real);
    }

    @Override
    public void remove(Collection<?> positions) {
      throw new StoreUnavailable("killed", null);
    }
  }

  /** An outbox whose store is away for some calls. */
  private static final class AwayOutbox extends PassingOutbox {

    private final AtomicInteger failures;

    AwayOutbox(Outbox real, int failures) {
      super(real);
      this.failures = new AtomicInteger(failures);
    }

    @Override
    public List<Entry> oldest(int most) {
      if (failures.getAndDecrement() > 0) {
        throw new StoreUnavailable("away", null);
      }
      return super.oldest(most);
    }
  }

  /** Leases that count how often they are asked for. */
  private static final class CountedLeases implements LeaseStore {

    private final LeaseStore real;
    private final AtomicInteger asked = new AtomicInteger();

    CountedLeases(LeaseStore real) {
      this.real = real;
    }

    @Override
    public boolean acquire(String name, String holder, Duration length) {
      asked.incrementAndGet();
      return real.acquire(name, holder, length);
    }

    @Override
    public void release(String name, String holder) {
      real.release(name, holder);
    }
  }
}
