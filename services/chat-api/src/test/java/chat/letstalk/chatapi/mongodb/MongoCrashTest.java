package chat.letstalk.chatapi.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.store.StoreEngine;
import chat.letstalk.chatapi.store.StoreSuite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left behind when a replica is killed between two writes, or another one is quicker. */
class MongoCrashTest extends StoreSuite {

  private static final MongoSettings DATABASE = TestMongo.settings(TestMongo.newDatabase());
  private static final MongoEngine ENGINE = migrated();
  private static final MongoEngine OTHER_REPLICA = TestMongo.engine(DATABASE, List.of());

  private AccountId alice;
  private AccountId bob;
  private ChatId chat;

  private static MongoEngine migrated() {
    MongoEngine engine = TestMongo.engine(DATABASE, List.of());
    engine.migrate();
    return engine;
  }

  @Override
  protected StoreEngine engine() {
    return ENGINE;
  }

  @BeforeEach
  void an_empty_outbox_and_a_chat() {
    publishAll();
    alice = somebody();
    bob = somebody();
    chat = chatOf(alice, bob);
  }

  @Test
  void a_message_whose_sender_was_killed_is_read_at_once_and_in_the_list_once_it_is_published() {
    stored(chat, alice, "one");
    Message last = insertedAlone(chat, alice, "two");
    assertThat(ENGINE.messages().page(chat, 0, 20)).hasSize(2).endsWith(last);
    publishAll();
    assertThat(ENGINE.chats().listOf(bob))
        .singleElement()
        .satisfies(summary -> assertThat(summary.lastMessageId()).isEqualTo(last.id()))
        .satisfies(summary -> assertThat(summary.unreadCount()).isEqualTo(2));
  }

  @Test
  void the_next_message_stands_behind_one_that_its_chat_does_not_know_of() {
    insertedAlone(chat, alice, "one");
    stored(chat, bob, "two");
    insertedAlone(chat, alice, "three");
    stored(chat, bob, "four");
    assertThat(ENGINE.messages().page(chat, 0, 20))
        .extracting(Message::text)
        .containsExactly("one", "two", "three", "four");
    assertThat(seqs()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void replicas_that_send_to_one_chat_at_the_same_moment_share_its_places_without_a_hole()
      throws Exception {
    AtomicInteger number = new AtomicInteger();
    atOnce(
        8,
        () -> {
          MongoEngine replica = number.incrementAndGet() % 2 == 0 ? ENGINE : OTHER_REPLICA;
          for (int n = 0; n < 10; n++) {
            Message message = message(chat, n % 3 == 0 ? alice : bob, "message");
            replica.messages().add(message, eventsOf(message));
          }
          return null;
        });
    assertThat(seqs()).isEqualTo(IntStream.rangeClosed(1, 80).mapToObj(n -> (long) n).toList());
    assertThat(unread(bob)).isEqualTo(32);
    assertThat(unread(alice)).isEqualTo(48);
    assertThat(waitingIds()).isEqualTo(idsOf(chat));
  }

  @Test
  void repeats_on_two_replicas_store_one_message() throws Exception {
    AtomicInteger number = new AtomicInteger();
    List<Message> answers =
        atOnce(
            8,
            () ->
                (number.incrementAndGet() % 2 == 0 ? ENGINE : OTHER_REPLICA)
                    .messages()
                    .add(message(chat, alice, "once", "impatient"), List.of()));
    assertThat(answers).hasSize(8).containsOnly(answers.get(0));
    assertThat(seqs()).hasSize(1);
  }

  @Test
  void a_client_id_that_was_kept_right_before_a_crash_can_be_used_again() {
    Message lost = message(chat, alice, "hi", "id");
    new ClientIds(ENGINE.collections()).keep(List.of(lost));
    Message again = message(chat, alice, "hi", "id");
    assertThat(ENGINE.messages().add(again, eventsOf(again))).isEqualTo(again);
    Message repeat = message(chat, alice, "hi", "id");
    assertThat(ENGINE.messages().add(repeat, eventsOf(repeat))).isEqualTo(again);
  }

  /** As a replica does it that is killed right afterwards. */
  private Message insertedAlone(ChatId chat, AccountId sender, String text) {
    Message message = message(chat, sender, text);
    Newest newest = new Newest(ENGINE.collections());
    newest.reread(chat.value());
    Tail place = newest.of(Set.of(chat.value())).get(chat.value());
    ENGINE
        .collections()
        .message()
        .insertOne(
            MessageDocument.of(message, place.next(message, Instant.now()), eventsOf(message)));
    return message;
  }

  private void publishAll() {
    Outbox outbox = ENGINE.outbox();
    outbox.remove(outbox.oldest(10_000).stream().map(Outbox.Entry::position).toList());
  }

  private List<Long> seqs() {
    return ENGINE
        .collections()
        .message()
        .find(new Document(MessageDocument.CHAT, chat.value()))
        .sort(new Document(Tail.SEQ, 1))
        .map(message -> message.getLong(Tail.SEQ))
        .into(new ArrayList<>());
  }

  private List<String> idsOf(ChatId chat) {
    return ENGINE.messages().page(chat, 0, 1_000).stream()
        .map(message -> message.id().toString())
        .toList();
  }

  private List<String> waitingIds() {
    return ENGINE.outbox().oldest(1_000).stream().map(entry -> entry.event().eventId()).toList();
  }

  private int unread(AccountId account) {
    return ENGINE.chats().listOf(account).get(0).unreadCount();
  }
}
