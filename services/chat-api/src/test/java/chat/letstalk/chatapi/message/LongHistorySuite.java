package chat.letstalk.chatapi.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.chat.ChatSummary;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.store.StoreSuite;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine promises of a chat with 100,000 messages. */
public abstract class LongHistorySuite extends StoreSuite {

  private static final int LENGTH = 100_000;

  private AccountId bob;
  private ChatId chat;

  /**
   * Stores messages in one go, as if they had been sent one after the other.
   *
   * @param count their texts are the numbers from 1 on
   */
  protected abstract void fill(ChatId chat, AccountId sender, int count) throws Exception;

  @BeforeEach
  void a_long_chat() throws Exception {
    AccountId alice = somebody();
    bob = somebody();
    chat = chatOf(alice, bob);
    fill(chat, alice, LENGTH);
  }

  @Test
  void any_page_is_read_by_its_number_and_by_key_and_unread_messages_are_counted() {
    assertThat(texts(engine().messages().page(chat, 0, 20))).isEqualTo(numbers(99_981, 100_000));
    assertThat(texts(engine().messages().page(chat, 2_500, 20))).isEqualTo(numbers(49_981, 50_000));
    assertThat(texts(engine().messages().page(chat, 4_999, 20))).isEqualTo(numbers(1, 20));
    assertThat(engine().messages().page(chat, 5_000, 20)).isEmpty();

    Message middle = engine().messages().page(chat, 2_500, 20).get(0);
    assertThat(texts(engine().messages().before(chat, middle.id(), 20)))
        .isEqualTo(numbers(49_961, 49_980));
    assertThat(texts(engine().messages().after(chat, middle.id(), 20)))
        .isEqualTo(numbers(49_982, 50_001));

    assertThat(summary().unreadCount()).isEqualTo(LENGTH);
    assertThat(engine().chats().markRead(chat, bob, middle.id())).isTrue();
    assertThat(summary().unreadCount()).isEqualTo(LENGTH - 49_981);

    Message next = stored(chat, bob, "next");
    assertThat(engine().messages().page(chat, 0, 1)).containsExactly(next);
    assertThat(texts(engine().messages().page(chat, 5_000, 20))).isEqualTo(numbers(1, 1));
  }

  private ChatSummary summary() {
    return engine().chats().listOf(bob).get(0);
  }

  private static List<String> texts(List<Message> messages) {
    return messages.stream().map(Message::text).toList();
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }
}
