package chat.letstalk.contracts.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The preview of a message's link.
 *
 * @param messageId the message that holds the link
 * @param chatId the message's chat
 * @param title plain text
 * @param imageUrl absolute http(s) URL, or null
 * @param url the link
 */
public record LinkPreviewDto(
    @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f") String messageId,
    @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e61") String chatId,
    @Schema(examples = "Open Liberty") String title,
    @Schema(examples = "https://openliberty.io/img/logo.png") String imageUrl,
    @Schema(examples = "https://openliberty.io/") String url) {}
