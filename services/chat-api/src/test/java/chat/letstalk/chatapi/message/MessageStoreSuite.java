package chat.letstalk.chatapi.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.store.StoreSuite;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine's messages promise. */
public abstract class MessageStoreSuite extends StoreSuite {

  private AccountId alice;
  private ChatId chat;

  @BeforeEach
  void a_chat() {
    alice = somebody();
    chat = chatOf(alice, somebody());
  }

  @Test
  void a_message_comes_back_as_it_was_stored() {
    Message message = message(chat, alice, "😀 «é» \u202E\t' \" \\ % _ line\nbreak ", "client 1 ");
    engine().messages().add(message, List.of());
    assertThat(engine().messages().page(chat, 0, 20)).containsExactly(message);
  }

  @Test
  void a_long_text_comes_back_whole() {
    Message message = message(chat, alice, "é😀".repeat(6_000));
    engine().messages().add(message, List.of());
    assertThat(engine().messages().page(chat, 0, 20)).containsExactly(message);
  }

  @Test
  void a_repeated_client_id_returns_the_first_message_and_stores_nothing() {
    Message first = message(chat, alice, "first", "same id");
    Message repeat = message(chat, alice, "again", "same id");
    engine().messages().add(first, eventsOf(first));
    assertThat(engine().messages().add(repeat, eventsOf(repeat))).isEqualTo(first);
    assertThat(engine().messages().page(chat, 0, 20)).containsExactly(first);
    assertThat(eventIds()).contains(first.id().toString()).doesNotContain(repeat.id().toString());
  }

  @Test
  void repeats_at_the_same_moment_store_one_message() throws Exception {
    List<Message> answers =
        atOnce(
            8, () -> engine().messages().add(message(chat, alice, "once", "impatient"), List.of()));
    assertThat(answers).hasSize(8).containsOnly(answers.get(0));
    assertThat(engine().messages().page(chat, 0, 20)).hasSize(1);
  }

  @Test
  void client_ids_differ_in_every_character_and_belong_to_their_sender() {
    AccountId bob = somebody();
    for (String clientId : List.of("a", "A", "a ", "á")) {
      engine().messages().add(message(chat, alice, "hi", clientId), List.of());
    }
    engine().messages().add(message(chatOf(alice, bob), bob, "hi", "a"), List.of());
    assertThat(engine().messages().page(chat, 0, 20)).hasSize(4);
  }

  @Test
  void a_client_id_that_was_used_in_another_chat_returns_the_message_of_that_chat() {
    Message first = message(chat, alice, "first", "same id");
    engine().messages().add(first, eventsOf(first));
    ChatId elsewhere = chatOf(alice, somebody());
    Message repeat = message(elsewhere, alice, "again", "same id");
    assertThat(engine().messages().add(repeat, eventsOf(repeat))).isEqualTo(first);
    assertThat(engine().messages().page(elsewhere, 0, 20)).isEmpty();
    assertThat(eventIds()).doesNotContain(repeat.id().toString());
  }

  @Test
  void pages_are_ascending_and_together_everything_once() {
    List<Message> all = stored(45);
    assertThat(engine().messages().page(chat, 0, 20)).isEqualTo(all.subList(25, 45));
    assertThat(engine().messages().page(chat, 1, 20)).isEqualTo(all.subList(5, 25));
    assertThat(engine().messages().page(chat, 2, 20)).isEqualTo(all.subList(0, 5));
    assertThat(engine().messages().page(chat, 3, 20)).isEmpty();
    assertThat(engine().messages().page(chat, Integer.MAX_VALUE, 20)).isEmpty();
  }

  @Test
  void page_by_key_is_stable_while_new_messages_arrive() {
    List<Message> all = stored(30);
    MessageId eleventh = all.get(10).id();
    stored(chat, alice, "new");
    assertThat(engine().messages().before(chat, eleventh, 20)).isEqualTo(all.subList(0, 10));
    assertThat(engine().messages().after(chat, eleventh, 5)).isEqualTo(all.subList(11, 16));
    assertThat(engine().messages().before(chat, all.get(0).id(), 20)).isEmpty();
  }

  @Test
  void keys_of_other_chats_find_nothing() {
    stored(3);
    Message elsewhere = stored(chatOf(alice, somebody()), alice, "elsewhere");
    assertThat(engine().messages().before(chat, elsewhere.id(), 20)).isEmpty();
    assertThat(engine().messages().after(chat, elsewhere.id(), 20)).isEmpty();
    assertThat(engine().messages().after(chat, new MessageId(Uuids.next()), 20)).isEmpty();
    assertThat(engine().messages().contains(chat, elsewhere.id())).isFalse();
    assertThat(engine().messages().contains(elsewhere.chatId(), elsewhere.id())).isTrue();
  }

  @Test
  void senders_at_the_same_moment_lose_nothing_and_events_have_the_order_of_the_messages()
      throws Exception {
    AtomicInteger number = new AtomicInteger();
    atOnce(8, () -> IntStream.range(0, 5).mapToObj(n -> sendNumber(number)).toList());
    List<String> history =
        IntStream.of(1, 0)
            .mapToObj(page -> engine().messages().page(chat, page, 20))
            .flatMap(List::stream)
            .map(message -> message.id().toString())
            .toList();
    assertThat(history).hasSize(40).doesNotHaveDuplicates();
    assertThat(eventIds()).containsSubsequence(history);
  }

  private Message sendNumber(AtomicInteger number) {
    return stored(chat, alice, "message " + number.incrementAndGet());
  }

  private List<Message> stored(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> stored(chat, alice, "message " + n))
        .toList();
  }

  private List<String> eventIds() {
    return engine().outbox().oldest(10_000).stream()
        .map(Outbox.Entry::event)
        .map(event -> event.eventId())
        .toList();
  }
}
