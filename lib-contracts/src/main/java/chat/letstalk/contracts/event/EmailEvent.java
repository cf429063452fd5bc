package chat.letstalk.contracts.event;

/**
 * A mail to be sent. Immutable. Both parts are plain values: whoever makes the event escapes what
 * goes into {@code html}.
 *
 * @param eventId identity of the mail (a UUID in text form): the same in every repetition; becomes
 *     the local part of the Message-ID (RFC 5322 section 3.6.4)
 * @param to one address, without a display name
 * @param subject one line of text
 * @param text the mail as text
 * @param html the same as HTML, or null for a mail of text only
 * @param expiresAt unix seconds after which the mail is worthless and is not sent any more, or 0
 *     for never
 */
public record EmailEvent(
    String eventId, String to, String subject, String text, String html, long expiresAt) {}
