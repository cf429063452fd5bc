package chat.letstalk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LanesTest {

  private final Lanes lanes = new Lanes(2);
  private final CompletableFuture<Void> first = new CompletableFuture<>();
  private final CompletableFuture<Void> second = new CompletableFuture<>();

  @Test
  void an_event_that_waits_does_not_hold_up_the_next() {
    assertThat(lanes.put(first)).isCompleted();
  }

  @Test
  void when_all_lanes_are_taken_the_next_event_waits_for_whichever_is_done_first() {
    lanes.put(first);
    var room = lanes.put(second).toCompletableFuture();
    assertThat(room).isNotDone();
    second.complete(null);
    assertThat(room).isCompleted();
  }

  @Test
  void a_failure_frees_its_lane_too() {
    lanes.put(first);
    var room = lanes.put(second).toCompletableFuture();
    first.completeExceptionally(new IllegalStateException("gone"));
    assertThat(room).isCompleted();
  }

  @Test
  void work_that_is_done_at_once_takes_no_lane() {
    lanes.put(first);
    for (int i = 0; i < 10; i++) {
      assertThat(lanes.put(CompletableFuture.completedFuture(null))).isCompleted();
    }
  }

  @Test
  void a_single_lane_takes_one_after_the_other() {
    Lanes single = new Lanes(1);
    var room = single.put(first).toCompletableFuture();
    assertThat(room).isNotDone();
    first.complete(null);
    assertThat(room).isCompleted();
  }

  @Test
  void no_lane_at_all_is_refused() {
    assertThatThrownBy(() -> new Lanes(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
