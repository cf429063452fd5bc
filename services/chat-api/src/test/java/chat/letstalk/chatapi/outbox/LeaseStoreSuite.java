package chat.letstalk.chatapi.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.letstalk.chatapi.store.StoreSuite;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every engine's leases promise. */
public abstract class LeaseStoreSuite extends StoreSuite {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final String name = UUID.randomUUID().toString();

  @Test
  void one_at_a_time_holds_a_lease_and_may_renew_it() {
    assertThat(engine().leases().acquire(name, "one", LONG)).isTrue();
    assertThat(engine().leases().acquire(name, "other", LONG)).isFalse();
    assertThat(engine().leases().acquire(name, "one", LONG)).isTrue();
    assertThat(engine().leases().acquire(name, "one", LONG)).isTrue();
  }

  @Test
  void of_many_at_the_same_moment_one_gets_it() throws Exception {
    AtomicInteger holder = new AtomicInteger();
    List<Boolean> answers =
        atOnce(
            8, () -> engine().leases().acquire(name, "holder " + holder.incrementAndGet(), LONG));
    assertThat(answers).containsOnlyOnce(true);
  }

  @Test
  void a_lease_that_ran_out_is_free() {
    engine().leases().acquire(name, "one", Duration.ofMillis(50));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> engine().leases().acquire(name, "other", LONG));
    assertThat(engine().leases().acquire(name, "one", LONG)).isFalse();
  }

  @Test
  void only_its_holder_gives_a_lease_back() {
    engine().leases().acquire(name, "one", LONG);
    engine().leases().release(name, "other");
    assertThat(engine().leases().acquire(name, "other", LONG)).isFalse();
    engine().leases().release(name, "one");
    assertThat(engine().leases().acquire(name, "other", LONG)).isTrue();
  }
}
