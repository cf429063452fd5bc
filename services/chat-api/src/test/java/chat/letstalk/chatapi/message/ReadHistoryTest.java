package chat.letstalk.chatapi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.chatapi.chat.ChatSummary;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.mysql.TestDatabase;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.chatapi.store.StoreEngine;
import chat.letstalk.chatapi.store.StoreSuite;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading what was said, and saying that it was read. */
class ReadHistoryTest extends StoreSuite {

  private static final String UNKNOWN = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f";

  private final ReadHistory history = new ReadHistory(engine().chats(), engine().messages());
  private final MarkAsRead markAsRead = new MarkAsRead(engine().chats());

  private AccountId alice;
  private AccountId bob;
  private ChatId chat;
  private List<Message> all;

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }

  @BeforeEach
  void alice_has_said_45_things() {
    alice = somebody();
    bob = somebody();
    chat = chatOf(alice, bob);
    all = IntStream.range(0, 45).mapToObj(n -> stored(chat, alice, "message " + n)).toList();
  }

  @Test
  void a_page_is_twenty_messages_oldest_first() {
    assertThat(history.page(bob, chat.toString(), 0)).isEqualTo(all.subList(25, 45));
    assertThat(history.page(bob, chat.toString(), 1)).isEqualTo(all.subList(5, 25));
    assertThat(history.page(bob, chat.toString(), 2)).isEqualTo(all.subList(0, 5));
    assertThat(history.page(bob, chat.toString(), 3)).isEmpty();
  }

  @Test
  void a_message_is_a_key_to_what_stands_around_it() {
    String key = all.get(30).id().toString();
    assertThat(history.before(alice, chat.toString(), key)).isEqualTo(all.subList(10, 30));
    assertThat(history.after(alice, chat.toString(), key)).isEqualTo(all.subList(31, 45));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", UNKNOWN})
  void a_key_that_is_no_message_of_the_chat_is_refused(String key) {
    assertThatThrownBy(() -> history.before(alice, chat.toString(), key))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> history.after(alice, chat.toString(), key))
        .isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "nonsense", UNKNOWN})
  void an_unknown_chat_is_not_found(String unknown) {
    assertThatThrownBy(() -> history.page(alice, unknown, 0))
        .isInstanceOf(NotFound.class)
        .hasMessage("Chat not found");
  }

  @Test
  void a_stranger_finds_no_chat() {
    AccountId mallory = somebody();
    String key = all.get(0).id().toString();
    assertThatThrownBy(() -> history.page(mallory, chat.toString(), 0))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> history.before(mallory, chat.toString(), key))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> markAsRead.upTo(mallory, chat.toString(), key))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void reading_makes_the_unread_count_fall_and_never_rise() {
    assertThat(unread()).isEqualTo(45);
    markAsRead.upTo(bob, chat.toString(), all.get(39).id().toString());
    assertThat(unread()).isEqualTo(5);
    markAsRead.upTo(bob, chat.toString(), all.get(3).id().toString());
    assertThat(unread()).isEqualTo(5);
    markAsRead.upTo(bob, chat.toString(), all.get(44).id().toString());
    markAsRead.upTo(bob, chat.toString(), all.get(44).id().toString());
    assertThat(unread()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", UNKNOWN})
  void what_is_no_message_cannot_be_read(String message) {
    assertThatThrownBy(() -> markAsRead.upTo(bob, chat.toString(), message))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> markAsRead.upTo(bob, null, null)).isInstanceOf(NotFound.class);
    assertThat(unread()).isEqualTo(45);
  }

  private int unread() {
    return engine().chats().listOf(bob).stream().mapToInt(ChatSummary::unreadCount).sum();
  }
}
