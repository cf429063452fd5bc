package chat.letstalk.chatapi.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.message.LinkPreview;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.chatapi.store.StoreEngine;
import chat.letstalk.chatapi.store.StoreSuite;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In what order events leave the documents that they wait in, whatever comes between. */
class MongoOrderTest extends StoreSuite {

  private static final MongoSettings DATABASE = TestMongo.settings(TestMongo.newDatabase());
  private static final MongoEngine ENGINE = migrated();

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
  void a_preview_that_comes_while_the_message_is_published_is_not_taken_out_with_it() {
    Message message = stored(chat, alice, "see https://example.com");
    List<Outbox.Entry> read = ENGINE.outbox().oldest(10);
    PendingEvent push = new PendingEvent("preview", "notifications", "key", "{}", Map.of());
    ENGINE
        .messages()
        .attach(message, new LinkPreview("https://example.com", null, null), List.of(push));
    assertThat(waitingIds()).containsExactly(message.id().toString(), "preview");
    ENGINE.outbox().remove(read.stream().map(Outbox.Entry::position).toList());
    assertThat(waitingIds()).containsExactly("preview");
    publishAll();
    assertThat(ENGINE.outbox().waiting()).isZero();
  }

  @Test
  void a_document_from_which_a_killed_relay_took_the_events_is_tidied_up() {
    Message message = stored(chat, alice, "hi");
    ENGINE
        .collections()
        .message()
        .updateOne(
            new Document("_id", message.id().value()),
            new Document("$set", new Document(PendingEvents.PENDING, List.of())));
    assertThat(ENGINE.outbox().waiting()).isEqualTo(1);
    assertThat(ENGINE.outbox().oldest(10)).isEmpty();
    assertThat(ENGINE.outbox().waiting()).isZero();
  }

  @Test
  void a_chat_keeps_its_order_when_the_clock_of_a_replica_runs_behind() {
    Message first = stored(chat, alice, "first");
    MongoEngine late =
        new MongoEngine(DATABASE, List.of(), Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
    Message second = message(chat, bob, "second");
    late.messages().add(second, eventsOf(second));
    Message third = stored(chat, alice, "third");
    late.close();
    assertThat(waitingIds())
        .containsExactly(first.id().toString(), second.id().toString(), third.id().toString());
  }

  @Test
  void a_message_that_is_met_before_the_one_in_front_of_it_waits_for_that() {
    Message first = stored(chat, alice, "first");
    Message second = stored(chat, alice, "second");
    Message elsewhere = stored(chatOf(alice, somebody()), alice, "elsewhere");
    BehindItsBack behindItsBack = new BehindItsBack(ENGINE);
    MongoEngine relay = TestMongo.engine(DATABASE, List.of(behindItsBack));
    behindItsBack.comes(first);
    assertThat(idsIn(relay.outbox())).containsExactly(elsewhere.id().toString());
    assertThat(idsIn(relay.outbox()))
        .containsExactly(first.id().toString(), second.id().toString(), elsewhere.id().toString());
    relay.close();
  }

  @Test
  void a_message_that_is_met_too_early_waits_in_a_chat_that_has_been_published_from_too() {
    BehindItsBack behindItsBack = new BehindItsBack(ENGINE);
    MongoEngine relay = TestMongo.engine(DATABASE, List.of(behindItsBack));
    stored(chat, alice, "first");
    publishAll(relay.outbox());
    Message second = stored(chat, alice, "second");
    Message third = stored(chat, alice, "third");
    behindItsBack.comes(second);
    assertThat(idsIn(relay.outbox())).isEmpty();
    assertThat(idsIn(relay.outbox()))
        .containsExactly(second.id().toString(), third.id().toString());
    relay.close();
  }

  @Test
  void a_message_one_of_whose_events_is_left_is_still_waited_for() {
    BehindItsBack behindItsBack = new BehindItsBack(ENGINE);
    MongoEngine relay = TestMongo.engine(DATABASE, List.of(behindItsBack));
    Message first = message(chat, alice, "first");
    PendingEvent other = new PendingEvent("other", "notifications", "key", "{}", Map.of());
    ENGINE.messages().add(first, List.of(eventsOf(first).get(0), other));
    relay.outbox().remove(positionsIn(relay.outbox()).subList(1, 2));
    stored(chat, alice, "second");
    behindItsBack.comes(first);
    assertThat(idsIn(relay.outbox())).isEmpty();
    relay.close();
  }

  @Test
  void what_comes_with_a_time_long_ago_is_found_while_others_are_published() {
    stored(chat, alice, "first");
    publishAll();
    Message late = message(chatOf(alice, somebody()), alice, "an hour ago");
    MongoEngine behind =
        new MongoEngine(DATABASE, List.of(), Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
    behind.messages().add(late, eventsOf(late));
    behind.close();
    Message next = stored(chat, alice, "next");
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(waitingIds())
                    .containsExactly(late.id().toString(), next.id().toString()));
  }

  @Test
  void a_preview_stays_when_a_relay_comes_late_with_what_another_has_published() {
    Message message = stored(chat, alice, "see https://example.com");
    MongoEngine other = TestMongo.engine(DATABASE, List.of());
    List<Object> read = positionsIn(other.outbox());
    PendingEvent push = new PendingEvent("preview", "notifications", "key", "{}", Map.of());
    ENGINE
        .messages()
        .attach(message, new LinkPreview("https://example.com", null, null), List.of(push));
    ENGINE.outbox().remove(read);
    other.outbox().remove(read);
    other.close();
    assertThat(waitingIds()).containsExactly("preview");
  }

  @Test
  void a_chat_is_told_of_a_message_once_by_the_replica_that_sent_it() {
    AtomicInteger updates = new AtomicInteger();
    MongoEngine replica =
        TestMongo.engine(
            DATABASE,
            List.of(
                new CommandListener() {
                  @Override
                  public void commandStarted(CommandStartedEvent event) {
                    if (event.getCommand().containsValue(new BsonString(Collections.CHAT))) {
                      updates.addAndGet(event.getCommandName().equals("update") ? 1 : 0);
                    }
                  }
                }));
    Message message = message(chat, alice, "hi");
    replica.messages().add(message, eventsOf(message));
    publishAll(replica.outbox());
    replica.close();
    assertThat(updates).hasValue(1);
  }

  private static void publishAll() {
    publishAll(ENGINE.outbox());
  }

  private static void publishAll(Outbox outbox) {
    outbox.remove(positionsIn(outbox));
  }

  private static List<Object> positionsIn(Outbox outbox) {
    return outbox.oldest(10_000).stream().map(Outbox.Entry::position).toList();
  }

  private static List<String> waitingIds() {
    return idsIn(ENGINE.outbox());
  }

  private static List<String> idsIn(Outbox outbox) {
    return outbox.oldest(1_000).stream().map(entry -> entry.event().eventId()).toList();
  }
}
