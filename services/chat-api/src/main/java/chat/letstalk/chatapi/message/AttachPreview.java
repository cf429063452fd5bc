package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.chat.Chat;
import chat.letstalk.chatapi.chat.ChatStore;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.outbox.OutboxRelay;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.chatapi.scope.Shared;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Predicate;

/**
 * Shows a preview beside its message: stored with it and certain to be pushed to all members once
 * this returns. Of several previews of a kind the first stays and is pushed once. The order in
 * which previews come does not matter; a message is always pushed before them, because the request
 * for them is published with it.
 */
@Shared
public class AttachPreview {

  private final ChatStore chats;
  private final MessageStore messages;
  private final OutboxRelay relay;
  private final Clock clock;

  @Inject
  public AttachPreview(ChatStore chats, MessageStore messages, OutboxRelay relay, Clock clock) {
    this.chats = chats;
    this.messages = messages;
    this.relay = relay;
    this.clock = clock;
  }

  /**
   * Attaches what a page shows of itself.
   *
   * @param eventId the same in every repetition
   * @throws NotFound when there is no such message, or it does not hold the link
   */
  public void link(String eventId, String chatId, String messageId, LinkPreview preview) {
    attach(
        eventId,
        chatId,
        messageId,
        preview,
        message ->
            preview.url() != null
                && message.text() != null
                && message.text().contains(preview.url()));
  }

  /**
   * Attaches the preview of a picture.
   *
   * @param eventId the same in every repetition
   * @param imageId the picture
   * @throws NotFound when there is no such message, or it shows another picture
   */
  public void image(
      String eventId, String chatId, String messageId, String imageId, ImagePreview preview) {
    attach(
        eventId,
        chatId,
        messageId,
        preview,
        message ->
            preview.image().id() != null
                && message.image() != null
                && message.image().id().equals(imageId));
  }

  private void attach(
      String eventId,
      String chatId,
      String messageId,
      Preview preview,
      Predicate<Message> belongsToIt) {
    if (eventId == null) {
      throw unknown();
    }
    ChatId chatOfIt = ChatId.parse(chatId).orElseThrow(AttachPreview::unknown);
    Message message =
        MessageId.parse(messageId)
            .flatMap(id -> messages.find(chatOfIt, id))
            .filter(belongsToIt)
            .orElseThrow(AttachPreview::unknown);
    Chat chat = chats.ofMember(chatOfIt, message.sender()).orElseThrow(AttachPreview::unknown);
    messages.attach(
        message, preview, MessageEvents.of(preview, eventId, message, chat, clock.instant()));
    relay.wake();
  }

  private static NotFound unknown() {
    return new NotFound("There is no such message");
  }
}
