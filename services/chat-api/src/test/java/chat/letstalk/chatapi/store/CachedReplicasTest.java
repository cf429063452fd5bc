package chat.letstalk.chatapi.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.account.AccountChange;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.message.LinkPreview;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.mysql.TestDatabase;
import chat.letstalk.chatapi.outbox.Outbox.Entry;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.delivery.EventJson;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one replica writes and another has cached. */
class CachedReplicasTest extends StoreSuite {

  private final CachedReplicas replicas = new CachedReplicas(database());
  private final StoreEngine one = replicas.one;
  private final StoreEngine other = replicas.other;

  @AfterEach
  void close() {
    replicas.close();
  }

  private final AccountId alice = somebody();
  private final AccountId bob = somebody();
  private final ChatId chat = chatOf(alice, bob);

  /** Of all replicas, without caches. */
  protected StoreEngine database() {
    return TestDatabase.engine();
  }

  @Override
  protected StoreEngine engine() {
    return one;
  }

  private List<Message> firstPage(StoreEngine engine) {
    return engine.messages().page(chat, 0, 20);
  }

  private int unread(StoreEngine engine, AccountId reader) {
    return engine.chats().listOf(reader).get(0).unreadCount();
  }

  @Test
  void who_is_pushed_to_can_read_even_when_the_sender_died_before_he_could_invalidate() {
    assertThat(firstPage(other)).isEmpty();
    assertThat(unread(other, bob)).isZero();
    Message message = message(chat, alice, "hello");
    var push =
        new NotificationEvent(
            message.id().toString(),
            "MessageDto",
            List.of(alice.toString(), bob.toString()),
            alice.toString(),
            0,
            JsonValue.EMPTY_JSON_OBJECT);
    database()
        .messages()
        .add(
            message,
            List.of(
                new PendingEvent(
                    push.eventId(),
                    Channels.NOTIFICATIONS,
                    chat.toString(),
                    EventJson.write(push),
                    Map.of())));
    // So it really is cached.
    assertThat(firstPage(other)).isEmpty();
    assertThat(unread(other, bob)).isZero();
    List<Entry> entries;
    do { // as the relay of any replica does before it publishes
      entries = one.outbox().oldest(500);
      one.outbox().remove(entries.stream().map(Entry::position).toList());
    } while (!entries.isEmpty());
    assertThat(firstPage(other)).containsExactly(message);
    assertThat(unread(other, bob)).isEqualTo(1);
    assertThat(unread(other, alice)).isZero();
  }

  @Test
  void messages_marks_and_previews_show_on_all_replicas_at_once() {
    assertThat(firstPage(other)).isEmpty();
    Message message = stored(chat, alice, "see https://example.com");
    assertThat(firstPage(other)).containsExactly(message);
    assertThat(unread(other, bob)).isEqualTo(1);
    other.chats().markRead(chat, bob, message.id());
    assertThat(unread(one, bob)).isZero();
    LinkPreview preview = new LinkPreview("https://example.com", "Example", null);
    assertThat(firstPage(one).get(0).linkPreview()).isNull();
    other.messages().attach(message, preview, List.of());
    assertThat(firstPage(one).get(0).linkPreview()).isEqualTo(preview);
  }

  @Test
  void names_show_on_all_replicas_at_once_and_nobody_is_in_his_own_list() {
    assertThat(other.accounts().find(alice).orElseThrow().firstName()).isNull();
    assertThat(other.accounts().others(bob)).noneMatch(contact -> contact.id().equals(alice));
    var renamed =
        one.accounts()
            .update(
                alice,
                old ->
                    new AccountChange(
                        new Account(
                            old.id(),
                            old.type(),
                            old.externalId(),
                            old.email(),
                            "Alice",
                            "Jones",
                            null,
                            null,
                            old.created()),
                        List.of()));
    assertThat(other.accounts().find(alice)).isEqualTo(renamed);
    assertThat(other.accounts().others(bob)).contains(renamed.orElseThrow());
    assertThat(other.accounts().others(alice)).noneMatch(contact -> contact.id().equals(alice));
  }

  @Test
  void what_is_cached_for_members_is_for_nobody_else() {
    stored(chat, alice, "secret");
    assertThat(firstPage(one)).hasSize(1);
    assertThat(one.chats().listOf(bob)).hasSize(1);
    AccountId mallory = somebody();
    assertThat(one.chats().ofMember(chat, mallory)).isEmpty();
    assertThat(one.chats().listOf(mallory)).isEmpty();
  }

  @Test
  void without_redis_everything_goes_on() {
    stored(chat, alice, "before");
    assertThat(firstPage(one)).hasSize(1);
    replicas.redis.kill();
    try {
      stored(chat, alice, "meanwhile");
      assertThat(firstPage(one)).hasSize(2);
      assertThat(unread(one, bob)).isEqualTo(2);
      assertThat(one.accounts().find(alice)).isPresent();
    } finally {
      replicas.redis.startAgain();
    }
    replicas.awaitUp();
    stored(chat, alice, "after");
    assertThat(firstPage(other)).hasSize(3);
    assertThat(unread(other, bob)).isEqualTo(3);
  }
}
