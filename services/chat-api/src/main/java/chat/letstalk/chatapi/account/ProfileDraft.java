package chat.letstalk.chatapi.account;

import chat.letstalk.filestorage.client.SentImage;

/**
 * How somebody wants to be known.
 *
 * @param firstName not blank
 * @param lastName not blank
 * @param avatar null keeps the one that there is
 */
public record ProfileDraft(String firstName, String lastName, SentImage avatar) {}
