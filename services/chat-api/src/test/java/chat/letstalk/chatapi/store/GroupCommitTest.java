package chat.letstalk.chatapi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.letstalk.chatapi.problem.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

  private final List<List<String>> written = new CopyOnWriteArrayList<>();
  private final AtomicBoolean writing = new AtomicBoolean();
  private final CountDownLatch mayWrite = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final GroupCommit<String, String> commits = new GroupCommit<>("test", this::write);

  private List<String> write(List<String> items) {
    writing.set(true);
    try {
      mayWrite.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (items.contains("duplicate")) {
      throw new DuplicateKey(null);
    } else if (items.contains("away")) {
      throw new StoreUnavailable("away", null);
    } else if (items.contains("wrong")) {
      throw new IllegalArgumentException("wrong");
    }
    written.add(items);
    return items.stream().map(item -> item + " written").toList();
  }

  @AfterEach
  void end() {
    mayWrite.countDown();
    commits.close();
    callers.shutdownNow();
  }

  @Test
  void one_alone_is_written_at_once() {
    mayWrite.countDown();
    assertThat(commits.add("alone")).isEqualTo("alone written");
    assertThat(written).containsExactly(List.of("alone"));
  }

  @Test
  void what_comes_while_one_is_written_shares_the_next_write_in_its_order() {
    List<CompletableFuture<Void>> calls = callsOf("first", "2", "3", "4", "5");
    mayWrite.countDown();
    calls.forEach(CompletableFuture::join);
    assertThat(written).containsExactly(List.of("first"), List.of("2", "3", "4", "5"));
  }

  @Test
  void a_write_is_never_larger_than_a_hundred() {
    String[] items = IntStream.rangeClosed(0, 250).mapToObj(n -> "" + n).toArray(String[]::new);
    List<CompletableFuture<Void>> calls = callsOf(items);
    mayWrite.countDown();
    calls.forEach(CompletableFuture::join);
    assertThat(written).extracting(List::size).containsExactly(1, 100, 100, 50);
    assertThat(written.stream().flatMap(List::stream)).containsExactly(items);
  }

  @Test
  void a_duplicate_fails_alone() {
    List<CompletableFuture<Void>> calls = callsOf("first", "2", "duplicate", "4");
    mayWrite.countDown();
    assertThatThrownBy(calls.get(2)::join).hasRootCauseInstanceOf(DuplicateKey.class);
    calls.get(1).join();
    calls.get(3).join();
    assertThat(written).containsExactly(List.of("first"), List.of("2"), List.of("4"));
  }

  @Test
  void a_duplicate_among_many_costs_few_writes_more() {
    String[] items = IntStream.rangeClosed(0, 100).mapToObj(n -> "" + n).toArray(String[]::new);
    items[70] = "duplicate";
    List<CompletableFuture<Void>> calls = callsOf(items);
    mayWrite.countDown();
    assertThatThrownBy(calls.get(70)::join).hasRootCauseInstanceOf(DuplicateKey.class);
    calls.stream().filter(call -> call != calls.get(70)).forEach(CompletableFuture::join);
    assertThat(written).hasSizeLessThan(10);
    assertThat(written.stream().flatMap(List::stream)).hasSize(100);
  }

  @Test
  void what_nobody_foresaw_fails_alone_and_writing_goes_on() {
    List<CompletableFuture<Void>> calls = callsOf("first", "wrong", "3");
    mayWrite.countDown();
    assertThatThrownBy(calls.get(1)::join)
        .isInstanceOf(CompletionException.class)
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
    calls.get(2).join();
    commits.add("later");
    assertThat(written).containsExactly(List.of("first"), List.of("3"), List.of("later"));
  }

  @Test
  void a_database_that_is_away_is_away_for_all_and_not_asked_for_each() {
    List<CompletableFuture<Void>> calls = callsOf("first", "2", "away", "4");
    mayWrite.countDown();
    assertThat(calls.subList(1, 4))
        .allSatisfy(
            call -> assertThatThrownBy(call::join).hasCauseInstanceOf(StoreUnavailable.class));
    assertThat(written).containsExactly(List.of("first"));
  }

  /** Callers that come one after the other while the first is still being written. */
  private List<CompletableFuture<Void>> callsOf(String... items) {
    List<CompletableFuture<Void>> calls = new ArrayList<>();
    for (String item : items) {
      int ahead = calls.size();
      calls.add(CompletableFuture.runAsync(() -> commits.add(item), callers));
      await().pollInterval(Duration.ofMillis(2)).until(() -> isInLine(ahead));
    }
    return calls;
  }

  /** The first one leaves the line at once, to be written. */
  private boolean isInLine(int ahead) {
    return commits.waiting() == ahead && (ahead > 0 || writing.get());
  }
}
