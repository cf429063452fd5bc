package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two pairs of people write all the time and listen on open connections, whatever happens. */
abstract class TheFlow {

  private static final int SOME = 15;
  private static final Duration WRITING = Duration.ofSeconds(120);
  private static final Duration RECOVERY = Duration.ofSeconds(90);

  final Stack stack;
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
  private final List<Sender> senders = new ArrayList<>();
  private final List<Follower> followers = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();

  TheFlow(Stack stack) {
    this.stack = stack;
  }

  @BeforeEach
  void messages_flow_in_two_chats() {
    for (String pair : List.of("first", "second")) {
      Person one = Person.signedIn(stack, "One-" + pair);
      Person other = Person.signedIn(stack, "Other-" + pair);
      one.startsChatWith(other);
      other.startsChatWith(one);
      people.addAll(List.of(one, other));
    }
    people.forEach(person -> followers.add(new Follower(stack, person)));
    await().until(() -> followers.stream().allMatch(Follower::isListening));
    people.forEach(person -> senders.add(new Sender(person, threads)));
    everybodyGetsSomeMoreThrough();
  }

  @AfterEach
  void end() {
    followers.forEach(Follower::close);
    threads.shutdownNow();
  }

  void everybodyGetsSomeMoreThrough() {
    List<BooleanSupplier> through =
        senders.stream().map(sender -> sender.getsThrough(SOME)).toList();
    await().atMost(WRITING).until(() -> through.stream().allMatch(BooleanSupplier::getAsBoolean));
  }

  void everybodyStopsWriting() {
    senders.forEach(Sender::stops);
  }

  void everybodyListensAgain() {
    await().atMost(RECOVERY).until(() -> followers.stream().allMatch(Follower::isListening));
  }

  void everybodyIsWhoHeWas() {
    people.forEach(person -> assertThat(person.profile().getString("id")).isEqualTo(person.id()));
  }

  void everythingAcknowledgedIsThere() {
    for (int n = 0; n < people.size(); n++) {
      Person person = people.get(n);
      Follower follower = followers.get(n);
      List<String> history = wholeHistory(person).stream().map(m -> m.getString("id")).toList();
      assertThat(history).doesNotHaveDuplicates();
      await()
          .atMost(RECOVERY)
          .untilAsserted(
              () ->
                  assertThat(follower.sawOf(person.chat()))
                      .as("pushed, in the order of the chat")
                      .isEqualTo(history));
    }
    for (Sender sender : senders) {
      assertThat(sender.refusals()).isEmpty();
      List<JsonObject> own =
          wholeHistory(sender.person()).stream().filter(m -> m.getBoolean("isMine")).toList();
      assertThat(own.stream().map(m -> m.getString("text"))).doesNotHaveDuplicates();
      assertThat(own.stream().map(m -> m.getString("id")).toList())
          .as("acknowledged, in the order of sending")
          .isEqualTo(sender.acknowledgedIds());
    }
  }

  private static List<JsonObject> wholeHistory(Person person) {
    LinkedList<JsonObject> all = new LinkedList<>();
    List<JsonObject> page = person.history("");
    while (!page.isEmpty()) {
      all.addAll(0, page);
      page = person.history("?before=" + page.get(0).getString("id"));
    }
    return all;
  }
}
