package chat.letstalk.contracts.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stored picture.
 *
 * @param id never holds an underscore
 * @param fileStorageTypeId 1 local disk, 2 Amazon S3, 3 Azure Blob
 */
public record ImageDto(
    @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f") String id,
    @Schema(examples = "1") int fileStorageTypeId) {}
