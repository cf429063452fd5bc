package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.chat.Chat;
import chat.letstalk.chatapi.chat.ChatStore;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.outbox.OutboxRelay;
import chat.letstalk.chatapi.problem.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Sends a message to a chat: stored and certain to be pushed once this returns. A repeat with the
 * same client message id returns the first message.
 */
@Dependent
public class SendMessage {

  private final ChatStore chats;
  private final MessageStore messages;
  private final OutboxRelay relay;
  private final Clock clock;

  @Inject
  public SendMessage(ChatStore chats, MessageStore messages, OutboxRelay relay, Clock clock) {
    this.chats = chats;
    this.messages = messages;
    this.relay = relay;
    this.clock = clock;
  }

  /**
   * @throws NotFound when there is no such chat, or the sender is no member of it
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
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Message(
        new MessageId(Uuids.next()),
        chat.id(),
        sender,
        draft.text(),
        MessageHtml.of(draft.text()),
        Emojis.countIfAlone(draft.text()),
        now,
        draft.clientMessageId());
  }
}
