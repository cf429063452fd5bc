package chat.letstalk.contracts.event;

/**
 * What the page behind a link shows of itself. There is no such event for a page that shows
 * nothing. Immutable.
 *
 * @param eventId identity of the result (a UUID in text form): the same in every repetition
 * @param messageId the message that it belongs to
 * @param chatId the message's chat
 * @param url the link, as it was asked for
 * @param title plain text, or null where the page has only a picture
 * @param imageUrl absolute http(s) URL, or null
 */
public record LinkPreviewReady(
    String eventId, String messageId, String chatId, String url, String title, String imageUrl) {}
