package chat.letstalk.chatapi.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.mysql.TestDatabase;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.store.StoreEngine;
import chat.letstalk.chatapi.store.StoreSuite;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class StartChatTest extends StoreSuite {

  private final StartChat startChat =
      new StartChat(engine().accounts(), engine().chats(), Clock.systemUTC());
  private final ListChats listChats = new ListChats(engine().chats());

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }

  @Test
  void two_people_have_one_chat_whoever_begins() {
    AccountId alice = somebody();
    AccountId bob = somebody();
    ChatId chat = startChat.with(alice, bob.toString());
    assertThat(startChat.with(alice, bob.toString())).isEqualTo(chat);
    assertThat(startChat.with(bob, alice.toString())).isEqualTo(chat);
    assertThat(listChats.of(alice)).extracting(ChatSummary::id).containsExactly(chat);
    assertThat(listChats.of(bob)).extracting(summary -> summary.other().id()).containsOnly(alice);
  }

  @Test
  void beginning_at_the_same_moment_from_both_sides_makes_one_chat() throws Exception {
    AccountId alice = somebody();
    AccountId bob = somebody();
    List<ChatId> chats =
        atOnce(
            8,
            () ->
                Thread.currentThread().getId() % 2 == 0
                    ? startChat.with(alice, bob.toString())
                    : startChat.with(bob, alice.toString()));
    assertThat(chats).hasSize(8).containsOnly(chats.get(0));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"nobody", "-1", "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f"})
  void a_chat_with_nobody_is_refused(String other) {
    AccountId alice = somebody();
    assertThatThrownBy(() -> startChat.with(alice, other)).isInstanceOf(InvalidInput.class);
    assertThat(listChats.of(alice)).isEmpty();
  }

  @Test
  void a_chat_with_oneself_is_refused() {
    AccountId alice = somebody();
    assertThatThrownBy(() -> startChat.with(alice, alice.toString()))
        .isInstanceOf(InvalidInput.class);
    assertThat(listChats.of(alice)).isEmpty();
  }
}
