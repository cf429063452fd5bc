package chat.letstalk.chatapi.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.chatapi.store.StoreSuite;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine's messages promise of pictures and previews. */
public abstract class PreviewStoreSuite extends StoreSuite {

  private static final LinkPreview LINK =
      new LinkPreview("https://example.com/", "Title 😀", "https://example.com/a.png");
  private static final ImagePreview SMALLER = new ImagePreview(new Image("smaller", 2), 512, 384);

  private AccountId alice;
  private ChatId chat;

  @BeforeEach
  void a_chat() {
    alice = somebody();
    chat = chatOf(alice, somebody());
  }

  @Test
  void a_picture_comes_back_as_it_was_stored() {
    Message message = picture(chat, alice, new Image("picture", 2));
    engine().messages().add(message, List.of());
    assertThat(engine().messages().page(chat, 0, 20)).containsExactly(message);
    assertThat(engine().messages().find(chat, message.id())).contains(message);
  }

  @Test
  void previews_come_in_any_order() {
    Message one = stored(chat, alice, "one");
    Message other = stored(chat, alice, "other");
    engine().messages().attach(one, LINK, List.of());
    engine().messages().attach(one, SMALLER, List.of());
    engine().messages().attach(other, SMALLER, List.of());
    engine().messages().attach(other, LINK, List.of());
    assertThat(engine().messages().page(chat, 0, 20))
        .allSatisfy(message -> assertThat(message.linkPreview()).isEqualTo(LINK))
        .allSatisfy(message -> assertThat(message.imagePreview()).isEqualTo(SMALLER))
        .extracting(Message::text)
        .containsExactly("one", "other");
  }

  @Test
  void a_preview_without_title_or_picture_stays_without() {
    Message message = stored(chat, alice, "hi");
    LinkPreview bare = new LinkPreview("https://example.com/", null, null);
    engine().messages().attach(message, bare, List.of());
    assertThat(found(message).linkPreview()).isEqualTo(bare);
  }

  @Test
  void the_first_preview_of_a_kind_stays_and_its_events_are_stored_with_it() throws Exception {
    Message message = stored(chat, alice, "hi");
    List<Boolean> attached =
        atOnce(6, () -> engine().messages().attach(message, LINK, List.of(eventOf(message))));
    assertThat(attached).containsOnlyOnce(true);
    LinkPreview late = new LinkPreview("https://example.com/", "Later", null);
    assertThat(engine().messages().attach(message, late, List.of(eventOf(message)))).isFalse();
    assertThat(found(message).linkPreview()).isEqualTo(LINK);
    assertThat(engine().outbox().oldest(10_000))
        .extracting(Outbox.Entry::event)
        .containsOnlyOnce(eventOf(message));
  }

  @Test
  void a_message_of_another_chat_is_not_found() {
    Message message = stored(chat, alice, "hi");
    assertThat(engine().messages().find(chatOf(alice, somebody()), message.id())).isEmpty();
  }

  private Message found(Message message) {
    return engine().messages().find(chat, message.id()).orElseThrow();
  }

  private static PendingEvent eventOf(Message message) {
    PendingEvent push = eventsOf(message).get(0);
    String id = "p" + message.id().toString().substring(1);
    return new PendingEvent(id, push.channel(), push.key(), push.body(), push.headers());
  }
}
