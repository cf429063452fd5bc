package chat.letstalk.chatapi.account;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.image.Image;
import java.time.Instant;

/**
 * Somebody who signs in.
 *
 * @param id the account's identity here
 * @param type where the identity comes from
 * @param externalId the identity there: the address for e-mail; unique per type
 * @param email null where the provider tells none
 * @param firstName null until the profile is filled in
 * @param lastName null until the profile is filled in
 * @param photoUrl absolute http(s) URL from a provider, or null
 * @param avatar null for none
 * @param created to the millisecond
 */
public record Account(
    AccountId id,
    AccountType type,
    String externalId,
    String email,
    String firstName,
    String lastName,
    String photoUrl,
    Image avatar,
    Instant created) {

  /** The same account with another profile. */
  Account with(String firstName, String lastName, Image avatar) {
    return new Account(id, type, externalId, email, firstName, lastName, photoUrl, avatar, created);
  }
}
