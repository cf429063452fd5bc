package chat.letstalk.contracts.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Signs in with a code; the first login creates the account.
 *
 * @param email the address that the code was sent to
 * @param code 1000 to 9999
 * @param antiSpamToken the client's clock in unix seconds; must be within 60 s of the server's
 */
public record EmailLogin(
    @NotBlank(message = "Email is required")
        @Size(max = 254, message = "Email is too long")
        @Schema(examples = "alice@example.com")
        String email,
    @NotNull(message = "Code is required") @Schema(examples = "4711") Integer code,
    @NotNull(message = "Anti-spam token is required") @Schema(examples = "1764000000")
        Long antiSpamToken) {}
