package chat.letstalk.chatapi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.mysql.TestDatabase;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.outbox.OutboxRelay;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.chatapi.outbox.QuietMeter;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.chatapi.store.StoreEngine;
import chat.letstalk.chatapi.store.StoreSuite;
import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.contracts.hub.PayloadType;
import chat.letstalk.delivery.EventJson;
import jakarta.json.Json;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachPreviewTest extends StoreSuite {

  private static final String URL = "https://example.com/";
  private static final LinkPreview LINK =
      new LinkPreview(URL, "Example", "https://example.com/a.png");
  private static final ImagePreview SMALLER = new ImagePreview(new Image("smaller", 1), 512, 384);

  private final OutboxRelay relay =
      new OutboxRelay(
          engine().outbox(),
          engine().leases(),
          event -> new CompletableFuture<>(),
          new QuietMeter(),
          "nobody");
  private final AttachPreview attachPreview =
      new AttachPreview(
          engine().chats(), engine().messages(), relay, Clock.fixed(NOW, ZoneOffset.UTC));

  private AccountId alice;
  private AccountId bob;
  private ChatId chat;

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }

  @BeforeEach
  void two_people_chat() {
    alice = somebody();
    bob = somebody();
    chat = chatOf(alice, bob);
  }

  @Test
  void a_links_preview_is_kept_and_pushed_to_all_members_after_the_message() {
    Message message = stored(chat, alice, "see " + URL);
    attachPreview.link(chat.toString(), chat.toString(), message.id().toString(), LINK);
    assertThat(kept(message).linkPreview()).isEqualTo(LINK);
    List<PendingEvent> events = eventsOfTheChat();
    assertThat(events).hasSize(2);
    assertThat(events.get(0).eventId()).isEqualTo(message.id().toString());
    NotificationEvent push = EventJson.read(events.get(1).body(), NotificationEvent.class);
    assertThat(push.eventId()).isEqualTo(chat.toString());
    assertThat(push.type()).isEqualTo(PayloadType.LINK_PREVIEW);
    assertThat(push.recipients()).containsExactlyInAnyOrder(alice.toString(), bob.toString());
    assertThat(push.payload())
        .isEqualTo(
            Json.createObjectBuilder()
                .add("messageId", message.id().toString())
                .add("chatId", chat.toString())
                .add("url", URL)
                .add("title", "Example")
                .add("imageUrl", "https://example.com/a.png")
                .build());
  }

  @Test
  void a_pictures_preview_is_kept_and_pushed() {
    Message message = picture(chat, alice, new Image("picture", 1));
    engine().messages().add(message, List.of());
    attachPreview.image(
        chat.toString(), chat.toString(), message.id().toString(), "picture", SMALLER);
    assertThat(kept(message).imagePreview()).isEqualTo(SMALLER);
    NotificationEvent push =
        EventJson.read(eventsOfTheChat().get(0).body(), NotificationEvent.class);
    assertThat(push.type()).isEqualTo(PayloadType.IMAGE_PREVIEW);
    assertThat(push.payload().getString("id")).isEqualTo("smaller");
    assertThat(push.payload().getInt("width")).isEqualTo(512);
    assertThat(push.payload().getInt("height")).isEqualTo(384);
    assertThat(push.payload().getInt("fileStorageTypeId")).isEqualTo(1);
  }

  @Test
  void a_repeat_is_not_pushed_again() {
    Message message = stored(chat, alice, "see " + URL);
    for (int repeat = 0; repeat < 3; repeat++) {
      attachPreview.link(chat.toString(), chat.toString(), message.id().toString(), LINK);
    }
    assertThat(eventsOfTheChat()).hasSize(2);
  }

  @Test
  void a_preview_of_something_else_leaves_the_message_as_it_is() {
    Message text = stored(chat, alice, "see https://other.example/");
    Message picture = picture(chat, alice, new Image("other", 1));
    engine().messages().add(picture, List.of());
    assertThatThrownBy(() -> attachPreview.link("e", chat.toString(), text.id().toString(), LINK))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () ->
                attachPreview.image(
                    "e", chat.toString(), picture.id().toString(), "picture", SMALLER))
        .isInstanceOf(NotFound.class);
    assertThat(kept(text)).isEqualTo(text);
    assertThat(kept(picture)).isEqualTo(picture);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "' OR 1=1 --", "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f"})
  void an_unknown_message_is_not_found(String unknown) {
    assertThatThrownBy(() -> attachPreview.link("e", chat.toString(), unknown, LINK))
        .isInstanceOf(NotFound.class);
    String elsewhere = new MessageId(Uuids.next()).toString();
    assertThatThrownBy(() -> attachPreview.link("e", unknown, elsewhere, LINK))
        .isInstanceOf(NotFound.class);
  }

  private Message kept(Message message) {
    return engine().messages().find(chat, message.id()).orElseThrow();
  }

  private List<PendingEvent> eventsOfTheChat() {
    return engine().outbox().oldest(100_000).stream()
        .map(Outbox.Entry::event)
        .filter(event -> event.key().equals(chat.toString()))
        .toList();
  }

  @Test
  void a_preview_that_lacks_something_belongs_to_no_message() {
    Message message = stored(chat, alice, "see " + URL);
    Message picture = picture(chat, alice, new Image("picture", 1));
    engine().messages().add(picture, List.of());
    String id = message.id().toString();
    String pictureId = picture.id().toString();
    LinkPreview nowhere = new LinkPreview(null, "Example", null);
    ImagePreview nothing = new ImagePreview(new Image(null, 1), 512, 384);
    List<ThrowingCallable> incomplete =
        List.of(
            () -> attachPreview.link(null, chat.toString(), id, LINK),
            () -> attachPreview.link("event", null, id, LINK),
            () -> attachPreview.link("event", chat.toString(), null, LINK),
            () -> attachPreview.link("event", chat.toString(), id, nowhere),
            () -> attachPreview.image("event", chat.toString(), pictureId, null, SMALLER),
            () -> attachPreview.image("event", chat.toString(), pictureId, "picture", nothing));
    assertThat(incomplete)
        .allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(NotFound.class));
    assertThat(kept(message)).isEqualTo(message);
    assertThat(kept(picture)).isEqualTo(picture);
  }
}
