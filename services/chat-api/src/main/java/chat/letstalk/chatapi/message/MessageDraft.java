package chat.letstalk.chatapi.message;

/**
 * What somebody wants to say.
 *
 * @param chatId as it came from the client
 * @param text as typed, not blank
 * @param clientMessageId null where the client gives none
 */
public record MessageDraft(String chatId, String text, String clientMessageId) {}
