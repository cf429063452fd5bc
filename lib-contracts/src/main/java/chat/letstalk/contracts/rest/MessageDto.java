package chat.letstalk.contracts.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message as one of the chat's members sees it, in answers and in pushes alike.
 *
 * @param id the message's id
 * @param text as typed, or null for a picture
 * @param textHtml escaped, lines in paragraphs, URLs as links; null for a picture
 * @param chatId the message's chat
 * @param isMine whether the member wrote it
 * @param created unix seconds
 * @param linkPreview null until there is one
 * @param image the picture, or null
 * @param imagePreview null until there is one
 * @param emojisOnly whether the text is emojis and space only
 * @param emojiCount how many emojis, when there is nothing else; else 0
 */
public record MessageDto(
    @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f") String id,
    @Schema(examples = "Hello, Bob") String text,
    @Schema(examples = "<p>Hello, Bob</p>") String textHtml,
    @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e61") String chatId,
    @Schema(examples = "true") boolean isMine,
    @Schema(examples = "1764000000") long created,
    LinkPreviewDto linkPreview,
    ImageDto image,
    ImagePreviewDto imagePreview,
    @Schema(examples = "false") boolean emojisOnly,
    @Schema(examples = "0") int emojiCount) {}
