package chat.letstalk.contracts.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The preview of a message's picture.
 *
 * @param messageId the message that the picture belongs to
 * @param id the preview's own id, never that of the picture
 * @param chatId the message's chat
 * @param width pixels
 * @param height pixels
 * @param fileStorageTypeId 1 local disk, 2 Amazon S3, 3 Azure Blob
 */
public record ImagePreviewDto(
    @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f") String messageId,
    @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e60") String id,
    @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e61") String chatId,
    @Schema(examples = "512") int width,
    @Schema(examples = "438") int height,
    @Schema(examples = "1") int fileStorageTypeId) {}
