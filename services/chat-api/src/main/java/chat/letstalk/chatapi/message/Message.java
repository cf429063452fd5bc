package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import java.time.Instant;

/**
 * What somebody said in a chat.
 *
 * @param text as typed
 * @param textHtml the same, safe to show as HTML
 * @param emojiCount how many emojis, when the text is emojis and space only; else 0
 * @param created to the millisecond
 * @param clientMessageId the sender's own id for it, unique per sender; null where the client gives
 *     none
 */
public record Message(
    MessageId id,
    ChatId chatId,
    AccountId sender,
    String text,
    String textHtml,
    int emojiCount,
    Instant created,
    String clientMessageId) {}
