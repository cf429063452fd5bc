package chat.letstalk.contracts.event;

/**
 * The page behind a link is to be looked at. Immutable.
 *
 * @param eventId identity of the request (a UUID in text form): the same in every repetition
 * @param messageId the message that it belongs to
 * @param chatId the message's chat
 * @param url absolute http(s) URL, as typed
 */
public record LinkPreviewRequest(String eventId, String messageId, String chatId, String url) {}
