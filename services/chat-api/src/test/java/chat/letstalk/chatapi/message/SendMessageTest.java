package chat.letstalk.chatapi.message;

import static chat.letstalk.chatapi.image.StandInFileStorage.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.image.StandInFileStorage;
import chat.letstalk.chatapi.mysql.TestDatabase;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.outbox.OutboxRelay;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.chatapi.outbox.QuietMeter;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.chatapi.store.StoreEngine;
import chat.letstalk.chatapi.store.StoreSuite;
import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.ImagePreviewRequest;
import chat.letstalk.contracts.event.LinkPreviewRequest;
import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.contracts.hub.PayloadType;
import chat.letstalk.delivery.EventJson;
import chat.letstalk.filestorage.client.SentImage;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendMessageTest extends StoreSuite {

  private static StandInFileStorage fileStorage;

  private final OutboxRelay relay =
      new OutboxRelay(
          engine().outbox(),
          engine().leases(),
          event -> new CompletableFuture<>(),
          new QuietMeter(),
          "nobody");
  private final SendMessage sendMessage =
      new SendMessage(
          engine().chats(),
          engine().messages(),
          fileStorage.shareImage(),
          relay,
          Clock.fixed(NOW, ZoneOffset.UTC));

  private AccountId alice;
  private AccountId bob;
  private ChatId chat;

  @BeforeAll
  static void open() {
    fileStorage = new StandInFileStorage();
  }

  @AfterAll
  static void close() {
    fileStorage.close();
  }

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
  void a_message_is_stored_as_typed_with_html_that_is_safe() {
    Message sent = send(alice, "<b>hi</b> \u202E😀 https://example.com", null);
    assertThat(sent.text()).isEqualTo("<b>hi</b> \u202E😀 https://example.com");
    assertThat(sent.textHtml())
        .startsWith("<p>&lt;b&gt;hi&lt;/b&gt;")
        .contains("<a href=\"https://example.com\"");
    assertThat(sent.sender()).isEqualTo(alice);
    assertThat(sent.created()).isEqualTo(NOW);
    assertThat(history()).containsExactly(sent);
  }

  @Test
  void its_event_is_stored_with_it_for_every_member_and_keeps_the_chats_order() {
    Message sent = send(alice, "hello", null);
    PendingEvent pending = eventOf(sent.id());
    assertThat(pending.channel()).isEqualTo(Channels.NOTIFICATIONS);
    assertThat(pending.key()).isEqualTo(chat.toString());
    NotificationEvent event = EventJson.read(pending.body(), NotificationEvent.class);
    assertThat(event.type()).isEqualTo(PayloadType.MESSAGE);
    assertThat(event.recipients()).containsExactlyInAnyOrder(alice.toString(), bob.toString());
  }

  @Test
  void the_pushed_message_is_complete() {
    Message sent = send(alice, "😀😀", null);
    JsonObject payload =
        EventJson.read(eventOf(sent.id()).body(), NotificationEvent.class).payload();
    assertThat(payload.getString("id")).isEqualTo(sent.id().toString());
    assertThat(payload.getString("chatId")).isEqualTo(chat.toString());
    assertThat(payload.getString("text")).isEqualTo("😀😀");
    assertThat(payload.getString("textHtml")).isEqualTo("<p>😀😀</p>");
    assertThat(payload.getJsonNumber("created").longValueExact()).isEqualTo(NOW.getEpochSecond());
    assertThat(payload.getBoolean("emojisOnly")).isTrue();
    assertThat(payload.getInt("emojiCount")).isEqualTo(2);
  }

  @Test
  void a_repeated_client_id_returns_the_first_message_and_pushes_nothing() {
    Message first = send(alice, "first", "id-1");
    assertThat(send(alice, "again", "id-1")).isEqualTo(first);
    assertThat(history()).containsExactly(first);
    assertThat(eventsOfTheChat()).hasSize(1);
  }

  @Test
  void the_same_client_id_of_somebody_else_is_another_message() {
    Message hers = send(alice, "hers", "id-2");
    Message his = send(bob, "his", "id-2");
    assertThat(history()).containsExactly(hers, his);
  }

  @Test
  void many_at_once_in_one_chat_are_all_stored_once_and_pushed_in_order() throws Exception {
    atOnce(16, () -> send(alice, "at once", null));
    List<String> stored = history().stream().map(message -> message.id().toString()).toList();
    assertThat(stored).hasSize(16).doesNotHaveDuplicates();
    assertThat(eventsOfTheChat())
        .extracting(PendingEvent::eventId)
        .containsExactlyElementsOf(stored);
  }

  @Test
  void a_repeat_in_the_midst_of_others_spoils_none_of_them() throws Exception {
    Message first = send(alice, "first", "id-3");
    List<Message> answers =
        atOnce(
            12,
            () ->
                Thread.currentThread().getId() % 2 == 0
                    ? send(alice, "again", "id-3")
                    : send(bob, "other", null));
    assertThat(answers).filteredOn(answer -> answer.sender().equals(alice)).containsOnly(first);
    assertThat(history())
        .hasSize(1 + (int) answers.stream().filter(a -> a.sender().equals(bob)).count());
  }

  @Test
  void a_stranger_learns_nothing_about_the_chat() {
    AccountId mallory = somebody();
    assertThatThrownBy(() -> send(mallory, "let me in", null))
        .isInstanceOf(NotFound.class)
        .hasMessage("Chat not found");
    assertThat(history()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "' OR 1=1 --", "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f"})
  void an_unknown_chat_is_not_found(String unknown) {
    assertThatThrownBy(() -> sendMessage.send(alice, new MessageDraft(unknown, "hi", null, null)))
        .isInstanceOf(NotFound.class)
        .hasMessage("Chat not found");
  }

  @Test
  void a_link_is_looked_at_after_the_message_is_pushed() {
    Message sent =
        send(alice, "see <b>https://example.com/a?b=1&c=2</b> and http://x.example", null);
    List<PendingEvent> events = eventsOfTheChat();
    assertThat(events)
        .extracting(PendingEvent::channel)
        .containsExactly(Channels.NOTIFICATIONS, Channels.LINK_PREVIEW_REQUESTS);
    LinkPreviewRequest request = EventJson.read(events.get(1).body(), LinkPreviewRequest.class);
    assertThat(request.url()).isEqualTo("https://example.com/a?b=1&c=2");
    assertThat(request.messageId()).isEqualTo(sent.id().toString());
    assertThat(request.eventId()).isEqualTo(events.get(1).eventId());
  }

  @Test
  void a_picture_is_shared_with_the_members_and_a_preview_is_asked_for_after_the_push() {
    Message sent = sendPicture(alice, uploaded("p1", alice));
    assertThat(sent.image()).isEqualTo(new Image("p1", 1));
    assertThat(sent.text()).isNull();
    assertThat(fileStorage.audienceOf("p1"))
        .containsExactlyInAnyOrder(alice.toString(), bob.toString());
    List<PendingEvent> events = eventsOfTheChat();
    assertThat(events)
        .extracting(PendingEvent::channel)
        .containsExactly(Channels.NOTIFICATIONS, Channels.IMAGE_PREVIEW_REQUESTS);
    JsonObject pushed = EventJson.read(events.get(0).body(), NotificationEvent.class).payload();
    assertThat(pushed.getJsonObject("image").getString("id")).isEqualTo("p1");
    assertThat(pushed).doesNotContainKeys("text", "textHtml");
    assertThat(EventJson.read(events.get(1).body(), ImagePreviewRequest.class).imageId())
        .isEqualTo("p1");
    assertThat(history()).containsExactly(sent);
  }

  @Test
  void somebody_elses_picture_is_refused_and_nothing_is_stored() {
    assertThatThrownBy(() -> sendPicture(alice, uploaded("p2", bob)))
        .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.field()).isEqualTo("image"));
    assertThat(fileStorage.audienceOf("p2")).isNull();
    assertThat(history()).isEmpty();
    assertThat(eventsOfTheChat()).isEmpty();
  }

  @Test
  void a_stranger_shares_nothing_with_the_members() {
    AccountId mallory = somebody();
    assertThatThrownBy(() -> sendPicture(mallory, uploaded("p3", mallory)))
        .isInstanceOf(NotFound.class);
    assertThat(fileStorage.audienceOf("p3")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void who_says_nothing_is_told_so(String nothing) {
    assertThatThrownBy(() -> send(alice, nothing, null))
        .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.field()).isEqualTo("text"));
    assertThat(history()).isEmpty();
  }

  private Message sendPicture(AccountId sender, SentImage image) {
    return sendMessage.send(sender, new MessageDraft(chat.toString(), null, image, null));
  }

  private List<PendingEvent> eventsOfTheChat() {
    return events().stream().filter(event -> event.key().equals(chat.toString())).toList();
  }

  private Message send(AccountId sender, String text, String clientMessageId) {
    return sendMessage.send(sender, new MessageDraft(chat.toString(), text, null, clientMessageId));
  }

  private List<Message> history() {
    return engine().messages().page(chat, 0, 20);
  }

  private PendingEvent eventOf(MessageId message) {
    return events().stream()
        .filter(event -> event.eventId().equals(message.toString()))
        .findFirst()
        .orElseThrow();
  }

  private List<PendingEvent> events() {
    return engine().outbox().oldest(100_000).stream().map(Outbox.Entry::event).toList();
  }
}
