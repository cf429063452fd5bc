package chat.letstalk.chatapi.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.store.StoreSuite;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine's chats promise. */
public abstract class ChatStoreSuite extends StoreSuite {

  private AccountId alice;
  private AccountId bob;

  @BeforeEach
  void two_people() {
    alice = somebody();
    bob = somebody();
  }

  @Test
  void a_pair_has_one_chat_whoever_begins() {
    ChatId chat = chatOf(alice, bob);
    assertThat(chatOf(alice, bob)).isEqualTo(chat);
    assertThat(chatOf(bob, alice)).isEqualTo(chat);
  }

  @Test
  void beginning_at_the_same_moment_makes_one_chat() throws Exception {
    List<ChatId> chats = atOnce(8, () -> chatOf(alice, bob));
    assertThat(chats).hasSize(8).containsOnly(chats.get(0));
    assertThat(engine().chats().listOf(alice)).hasSize(1);
  }

  @Test
  void a_chat_is_there_for_its_members_only() {
    ChatId chat = chatOf(alice, bob);
    assertThat(engine().chats().ofMember(chat, alice).orElseThrow().members())
        .containsExactlyInAnyOrder(alice, bob);
    assertThat(engine().chats().ofMember(chat, bob)).isPresent();
    assertThat(engine().chats().ofMember(chat, somebody())).isEmpty();
    assertThat(engine().chats().ofMember(new ChatId(Uuids.next()), alice)).isEmpty();
  }

  @Test
  void an_empty_chat_has_no_last_message() {
    ChatId chat = chatOf(alice, bob);
    assertThat(engine().chats().listOf(alice))
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.id()).isEqualTo(chat);
              assertThat(summary.other().id()).isEqualTo(bob);
              assertThat(summary.unreadCount()).isZero();
              assertThat(summary.lastMessageId()).isNull();
              assertThat(summary.lastMessageAt()).isNull();
            });
  }

  @Test
  void unread_counts_what_others_said_after_the_mark() {
    ChatId chat = chatOf(alice, bob);
    Message first = stored(chat, alice, "one");
    stored(chat, bob, "two");
    Message third = stored(chat, alice, "three");
    assertThat(unread(bob)).isEqualTo(2);
    assertThat(unread(alice)).isEqualTo(1);
    assertThat(engine().chats().markRead(chat, bob, first.id())).isTrue();
    assertThat(unread(bob)).isEqualTo(1);
    assertThat(engine().chats().markRead(chat, bob, third.id())).isTrue();
    assertThat(unread(bob)).isZero();
    assertThat(unread(alice)).isEqualTo(1);
  }

  @Test
  void a_mark_never_moves_back() {
    ChatId chat = chatOf(alice, bob);
    Message first = stored(chat, alice, "one");
    Message second = stored(chat, alice, "two");
    engine().chats().markRead(chat, bob, second.id());
    assertThat(engine().chats().markRead(chat, bob, first.id())).isTrue();
    assertThat(unread(bob)).isZero();
  }

  @Test
  void marks_set_at_the_same_moment_leave_the_furthest() throws Exception {
    ChatId chat = chatOf(alice, bob);
    List<Message> messages =
        IntStream.range(0, 8).mapToObj(n -> stored(chat, alice, "message " + n)).toList();
    AtomicInteger next = new AtomicInteger();
    atOnce(
        8, () -> engine().chats().markRead(chat, bob, messages.get(next.getAndIncrement()).id()));
    assertThat(unread(bob)).isZero();
  }

  @Test
  void marks_need_a_member_and_a_message_of_the_chat() {
    ChatId chat = chatOf(alice, bob);
    Message message = stored(chat, alice, "one");
    AccountId carol = somebody();
    ChatId other = chatOf(bob, carol);
    assertThat(engine().chats().markRead(chat, carol, message.id())).isFalse();
    assertThat(engine().chats().markRead(other, bob, message.id())).isFalse();
    assertThat(engine().chats().markRead(chat, bob, new MessageId(Uuids.next()))).isFalse();
  }

  @Test
  void the_chat_with_the_newest_message_comes_first() {
    ChatId older = chatOf(alice, bob);
    ChatId newer = chatOf(alice, somebody());
    Message last = stored(newer, alice, "one");
    assertThat(engine().chats().listOf(alice))
        .extracting(ChatSummary::id)
        .containsExactly(newer, older);
    assertThat(engine().chats().listOf(alice).get(0).lastMessageId()).isEqualTo(last.id());
    assertThat(engine().chats().listOf(alice).get(0).lastMessageAt()).isEqualTo(NOW);
  }

  private int unread(AccountId account) {
    return engine().chats().listOf(account).get(0).unreadCount();
  }
}
