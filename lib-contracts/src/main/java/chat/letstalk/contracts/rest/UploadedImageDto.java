package chat.letstalk.contracts.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A picture that is sent: the answer to its upload, all six fields as file-storage gave them.
 *
 * @param id the picture's id
 * @param width pixels; null is 0
 * @param height pixels; null is 0
 * @param imageFormat 1 JPEG, 2 PNG, 3 GIF, 4 WebP; null is 0
 * @param fileStorageTypeId 1 local disk, 2 Amazon S3; null is 0
 * @param signature proves who uploaded it, and when; null is none
 */
public record UploadedImageDto(
    @NotBlank(message = "The picture has no id")
        @Size(max = 64, message = "The picture's id is too long")
        @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f")
        String id,
    @Schema(examples = "1280") Integer width,
    @Schema(examples = "960") Integer height,
    @Schema(examples = "4") Integer imageFormat,
    @Schema(examples = "1") Integer fileStorageTypeId,
    @Size(max = 256, message = "The picture's signature is too long")
        @Schema(examples = "1764043200.2jmj7l5rSw0yVb_vlWAYkK_YBwkZm1Sg0cXk5mJ0abc")
        String signature) {}
