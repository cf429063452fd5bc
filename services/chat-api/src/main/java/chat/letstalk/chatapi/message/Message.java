package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.image.Image;
import java.time.Instant;

/**
 * What somebody said in a chat.
 *
 * @param text as typed; null for a picture alone
 * @param textHtml the same, safe to show as HTML; null for a picture alone
 * @param emojiCount how many emojis, when the text is emojis and space only; else 0
 * @param image null for a text alone
 * @param linkPreview null until there is one
 * @param imagePreview null until there is one
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
    Image image,
    LinkPreview linkPreview,
    ImagePreview imagePreview,
    Instant created,
    String clientMessageId) {}
