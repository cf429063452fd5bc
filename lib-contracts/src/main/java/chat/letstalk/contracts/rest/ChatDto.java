package chat.letstalk.contracts.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A chat as one of its members sees it.
 *
 * @param id the chat's id
 * @param accountTypeId the other person's
 * @param photoUrl the other person's, or null
 * @param chatName the other person's name
 * @param unreadCount messages of others after the member's read mark
 * @param lastMessageDate unix seconds, or null while there is no message
 * @param lastMessageId null while there is no message; never null when something is unread
 * @param image the other person's avatar, or null
 * @param isIndividual true for a chat of two
 * @param accountIds the members, the other person first
 */
public record ChatDto(
    @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e61") String id,
    @Schema(examples = "3") int accountTypeId,
    @Schema(examples = "https://example.com/bob.jpg") String photoUrl,
    @Schema(examples = "Bob Jones") String chatName,
    @Schema(examples = "2") int unreadCount,
    @Schema(examples = "1764000000") Long lastMessageDate,
    @Schema(examples = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f") String lastMessageId,
    ImageDto image,
    @Schema(examples = "true") boolean isIndividual,
    List<String> accountIds) {}
