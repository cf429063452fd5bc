package chat.letstalk.contracts.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The caller's new names, and a new avatar if there is one.
 *
 * @param firstName kept as typed, without space around it
 * @param lastName kept as typed, without space around it
 * @param image uploaded before by the caller, as an avatar; null keeps the avatar
 */
public record ProfileUpdate(
    @NotBlank(message = "First name is required")
        @Size(max = 100, message = "First name is too long")
        @Schema(examples = "Alice")
        String firstName,
    @NotBlank(message = "Last name is required")
        @Size(max = 100, message = "Last name is too long")
        @Schema(examples = "Smith")
        String lastName,
    @Valid UploadedImageDto image) {}
