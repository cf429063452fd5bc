package chat.letstalk.chatapi.message;

/**
 * What the page behind a message's link shows of itself.
 *
 * @param url the link
 * @param title plain text, or null
 * @param imageUrl absolute http(s) URL, or null
 */
public record LinkPreview(String url, String title, String imageUrl) implements Preview {}
