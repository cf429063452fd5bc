package chat.letstalk.contracts.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message to be sent: a text, a picture, or both.
 *
 * @param chatId a chat that the caller is a member of
 * @param text kept as typed; at most {@value #MAX_TEXT_LENGTH} UTF-16 units; null for a picture
 *     alone
 * @param image uploaded before by the caller, for a chat; null for a text alone
 * @param clientMessageId the client's own id for the message, or null; a repeat of an id that the
 *     caller has used before answers with the first message and sends nothing
 */
public record NewMessage(
    @NotBlank(message = "Chat id is required")
        @Size(max = 64, message = "Chat id is too long")
        @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e61")
        String chatId,
    @Size(max = MAX_TEXT_LENGTH, message = "Text is too long") @Schema(examples = "Hello, Bob")
        String text,
    @Valid UploadedImageDto image,
    @Size(min = 1, max = 64, message = "Client message id must have 1 to 64 characters")
        @Schema(examples = "b7c1d9b2-6d8e-4f9c-9a51-3f2f8f1d7a10")
        String clientMessageId) {

  /** What a person writes in one go fits many times over; what does not fit belongs in a file. */
  public static final int MAX_TEXT_LENGTH = 20_000;
}
