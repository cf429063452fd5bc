package chat.letstalk.contracts.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Asks for a login code by e-mail.
 *
 * @param email the address; trimmed and lower-cased by the server
 * @param antiSpamToken the client's clock in unix seconds; must be within 60 s of the server's
 */
public record GenerateLoginCode(
    @NotBlank(message = "Email is required")
        @Size(max = 254, message = "Email is too long")
        @Schema(examples = "alice@example.com")
        String email,
    @NotNull(message = "Anti-spam token is required") @Schema(examples = "1764000000")
        Long antiSpamToken) {}
