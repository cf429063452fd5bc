package chat.letstalk.chatapi.message;

import chat.letstalk.filestorage.client.SentImage;

/**
 * What somebody wants to say.
 *
 * @param chatId as it came from the client
 * @param text as typed; null or blank for a picture alone
 * @param image null for a text alone
 * @param clientMessageId null where the client gives none
 */
public record MessageDraft(String chatId, String text, SentImage image, String clientMessageId) {}
