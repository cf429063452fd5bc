package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.chat.Chat;
import chat.letstalk.chatapi.chat.ChatStore;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.image.ShareImage;
import chat.letstalk.chatapi.outbox.OutboxRelay;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.chatapi.scope.Shared;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Sends a message to a chat: stored and certain to be pushed once this returns. A repeat with the
 * same client message id returns the first message.
 */
@Shared
public class SendMessage {

  private final ChatStore chats;
  private final MessageStore messages;
  private final ShareImage shareImage;
  private final OutboxRelay relay;
  private final Clock clock;

  @Inject
  public SendMessage(
      ChatStore chats,
      MessageStore messages,
      ShareImage shareImage,
      OutboxRelay relay,
      Clock clock) {
    this.chats = chats;
    this.messages = messages;
    this.shareImage = shareImage;
    this.relay = relay;
    this.clock = clock;
  }

  /**
   * @throws NotFound when there is no such chat, or the sender is no member of it
   * @throws InvalidInput when nothing is said, or the picture is not the sender's
   */
  public Message send(AccountId sender, MessageDraft draft) {
    Chat chat =
        ChatId.parse(draft.chatId())
            .flatMap(id -> chats.ofMember(id, sender))
            .orElseThrow(() -> new NotFound("Chat not found"));
    Message message = message(sender, chat, draft);
    Message stored = messages.add(message, MessageEvents.of(message, chat));
    relay.wake();
    return stored;
  }

  private Message message(AccountId sender, Chat chat, MessageDraft draft) {
    String text = textOf(draft);
    return new Message(
        new MessageId(Uuids.next()),
        chat.id(),
        sender,
        text,
        text == null ? null : MessageHtml.of(text),
        text == null ? 0 : Emojis.countIfAlone(text),
        imageOf(sender, chat, draft),
        null,
        null,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        draft.clientMessageId());
  }

  private static String textOf(MessageDraft draft) {
    boolean silent = draft.text() == null || draft.text().isBlank();
    if (silent && draft.image() == null) {
      throw new InvalidInput("text", "Text is required");
    }
    return silent ? null : draft.text();
  }

  /** Shared before the message is there: whoever sees the message can see its picture. */
  private Image imageOf(AccountId sender, Chat chat, MessageDraft draft) {
    return draft.image() == null
        ? null
        : shareImage.withMembers(draft.image(), sender, chat.members());
  }
}
