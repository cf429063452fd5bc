package chat.letstalk.notification.connection;

import static chat.letstalk.notification.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One bounded queue and one writer for each connection. */
class OutboundQueueTest {

  /** Stands for a network that takes a frame and is done with it when the test says so. */
  private static final class SlowNetwork implements Transport {

    final List<String> frames = new ArrayList<>();
    private Consumer<Throwable> underWay;

    @Override
    public void send(String frame, Consumer<Throwable> sent) {
      assertThat(underWay).as("one frame at a time").isNull();
      frames.add(frame);
      underWay = sent;
    }

    void isDone() {
      var sent = underWay;
      underWay = null;
      sent.accept(null);
    }

    void breaks() {
      var sent = underWay;
      underWay = null;
      sent.accept(new IllegalStateException("gone"));
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private final SlowNetwork network = new SlowNetwork();
  private final AtomicInteger drained = new AtomicInteger();
  private final OutboundQueue queue =
      new OutboundQueue(network, drained::incrementAndGet, 40, 200_000);

  @Test
  void a_record_leaves_at_once_when_nothing_is_under_way() {
    queue.offer("a");
    assertThat(network.frames).containsExactly("a");
    network.isDone();
    queue.offer("b");
    assertThat(network.frames).containsExactly("a", "b");
  }

  @Test
  void what_waits_leaves_together_in_one_frame_of_at_most_16_records() {
    IntStream.range(0, 21).forEach(n -> queue.offer((char) ('a' + n) + ""));
    assertThat(queue.depth()).isEqualTo(20);
    network.isDone();
    network.isDone();
    network.isDone();
    assertThat(network.frames).containsExactly("a", "bcdefghijklmnopq", "rstu");
    assertThat(queue.depth()).isZero();
    assertThat(queue.isSending()).isFalse();
  }

  @Test
  void a_frame_does_not_grow_beyond_64_kilobytes() {
    String large = "x".repeat(40_000);
    IntStream.range(0, 3).forEach(n -> queue.offer(large));
    network.isDone();
    network.isDone();
    assertThat(network.frames).containsExactly(large, large, large);
  }

  @Test
  void a_queue_takes_only_so_many_records_and_characters() {
    IntStream.range(0, 41).forEach(n -> assertThat(queue.offer("x")).isTrue());
    assertThat(queue.offer("one too many")).isFalse();
    assertThat(queue.room()).isEqualTo(new Room(0, 200_000 - 40));
    var other = new OutboundQueue(network, () -> {}, 40, 10);
    assertThat(other.offer("12345678901")).isFalse();
  }

  @Test
  void the_end_sends_what_waits_and_one_last_word() {
    queue.offer("a");
    queue.offer("b");
    queue.end("bye");
    queue.end("again");
    assertThat(queue.offer("too late")).isTrue();
    network.isDone();
    assertThat(drained).hasValue(0);
    network.isDone();
    assertThat(network.frames).containsExactly("a", "bbye");
    assertThat(drained).hasValue(1);
  }

  @Test
  void who_is_cut_off_hears_only_why() {
    queue.offer("a");
    queue.offer("b");
    queue.cutOff("too slow");
    network.isDone();
    network.isDone();
    assertThat(network.frames).containsExactly("a", "too slow");
  }

  @Test
  void a_send_that_fails_ends_everything() {
    queue.offer("a");
    queue.offer("b");
    network.breaks();
    assertThat(network.frames).containsExactly("a");
    assertThat(drained).hasValue(1);
    assertThat(queue.depth()).isZero();
  }

  @Test
  void many_threads_send_one_frame_at_a_time_and_lose_and_mix_up_nothing() throws Exception {
    int threads = 4;
    int each = 5_000;
    ExecutorService network = Executors.newFixedThreadPool(2);
    List<String> frames = new CopyOnWriteArrayList<>();
    AtomicBoolean busy = new AtomicBoolean();
    Transport asynchronous =
        new Transport() {
          @Override
          public void send(String frame, Consumer<Throwable> sent) {
            assertThat(busy.compareAndSet(false, true)).isTrue();
            frames.add(frame);
            Runnable done =
                () -> {
                  busy.set(false);
                  sent.accept(null);
                };
            if (frames.size() % 3 == 0) {
              done.run();
            } else {
              network.execute(done);
            }
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    var shared = new OutboundQueue(asynchronous, () -> {}, threads * each, Integer.MAX_VALUE);
    ExecutorService senders = Executors.newFixedThreadPool(threads);
    for (int thread = 0; thread < threads; thread++) {
      String name = thread + ":";
      senders.execute(() -> IntStream.range(0, each).forEach(n -> shared.offer(name + n + ";")));
    }
    await().until(() -> String.join("", frames).split(";").length == threads * each);
    senders.shutdown();
    network.shutdown();
    String[] arrived = String.join("", frames).split(";");
    for (int thread = 0; thread < threads; thread++) {
      String name = thread + ":";
      assertThat(arrived)
          .filteredOn(record -> record.startsWith(name))
          .containsExactly(IntStream.range(0, each).mapToObj(n -> name + n).toArray(String[]::new));
    }
  }
}
