package chat.letstalk.contracts.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The caller's own profile.
 *
 * @param id the account's id
 * @param photoUrl picture from a social provider, or null
 * @param firstName null until filled in
 * @param lastName null until filled in
 * @param email the address that the account signs in with, or null
 * @param image the avatar, or null
 */
public record ProfileDto(
    @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f") String id,
    @Schema(examples = "https://example.com/alice.jpg") String photoUrl,
    @Schema(examples = "Alice") String firstName,
    @Schema(examples = "Smith") String lastName,
    @Schema(examples = "alice@example.com") String email,
    ImageDto image) {}
