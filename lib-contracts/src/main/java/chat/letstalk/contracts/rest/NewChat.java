package chat.letstalk.contracts.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Starts a chat, or finds the one that the two already have.
 *
 * @param accountId the other person
 */
public record NewChat(
    @NotBlank(message = "Account id is required")
        @Size(max = 64, message = "Account id is too long")
        @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f")
        String accountId) {}
