package chat.letstalk.bench.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PendingTest {

  private final Pending message = new Pending(2);

  @Test
  void a_message_is_done_when_it_is_answered_and_pushed_everywhere() {
    message.arrivesAt(1);
    message.isAnswered();
    assertThat(message.done()).isNotDone();
    message.arrivesAt(0);
    assertThat(message.done()).isCompleted();
  }

  @Test
  void pushes_may_overtake_the_answer() {
    message.arrivesAt(0);
    message.arrivesAt(1);
    assertThat(message.done()).isNotDone();
    message.isAnswered();
    assertThat(message.done()).isCompleted();
  }

  @Test
  void a_repeated_push_stands_in_for_no_other() {
    message.isAnswered();
    assertThat(message.arrivesAt(0)).isTrue();
    assertThat(message.arrivesAt(0)).isFalse();
    assertThat(message.missing()).isEqualTo(1);
    assertThat(message.done()).isNotDone();
  }
}
