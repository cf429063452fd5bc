package chat.letstalk.contracts.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody to chat with, as everybody sees them.
 *
 * @param id the account's id
 * @param accountTypeId 1 Facebook, 2 VK, 3 e-mail, 10 Google, 11 generic OpenID Connect
 * @param photoUrl picture from a social provider, or null
 * @param firstName never null
 * @param lastName never null
 * @param image the avatar, or null
 */
public record AccountDto(
    @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f") String id,
    @Schema(examples = "3") int accountTypeId,
    @Schema(examples = "https://example.com/bob.jpg") String photoUrl,
    @Schema(examples = "Bob") String firstName,
    @Schema(examples = "Jones") String lastName,
    ImageDto image) {}
