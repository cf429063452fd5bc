package chat.letstalk.chatapi.account;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.image.ShareImage;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.chatapi.scope.Shared;
import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.ImageRemoval;
import chat.letstalk.delivery.EventJson;
import chat.letstalk.delivery.TraceHeaders;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/** Gives somebody the names and the avatar that he wants to be known by. */
@Shared
public class UpdateProfile {

  /** Controls, and the marks that turn the direction of whatever stands after a name. */
  private static final Pattern UNSHOWABLE =
      Pattern.compile("[\\p{Cntrl}\u202A-\u202E\u2066-\u2069]");

  private final AccountStore accounts;
  private final ShareImage shareImage;

  @Inject
  public UpdateProfile(AccountStore accounts, ShareImage shareImage) {
    this.accounts = accounts;
    this.shareImage = shareImage;
  }

  /**
   * Changes a profile. An avatar that is replaced is removed.
   *
   * @throws InvalidInput when a name cannot be shown beside others, or the avatar is not his
   * @throws NotFound when the account is gone
   */
  public Account to(AccountId account, ProfileDraft profile) {
    String firstName = showable("firstName", profile.firstName());
    String lastName = showable("lastName", profile.lastName());
    Image avatar =
        profile.avatar() == null ? null : shareImage.withEverybody(profile.avatar(), account);
    return accounts
        .update(account, old -> changed(old, firstName, lastName, avatar))
        .orElseThrow(() -> new NotFound("This account is gone"));
  }

  private static AccountChange changed(
      Account old, String firstName, String lastName, Image avatar) {
    boolean stays = avatar == null || avatar.equals(old.avatar());
    return new AccountChange(
        old.with(firstName, lastName, stays ? old.avatar() : avatar),
        stays || old.avatar() == null ? List.of() : List.of(removalOf(old.avatar())));
  }

  private static PendingEvent removalOf(Image avatar) {
    String eventId = Uuids.next().toString();
    return new PendingEvent(
        eventId,
        Channels.IMAGE_REMOVALS,
        avatar.id(),
        EventJson.write(new ImageRemoval(eventId, avatar.id(), avatar.fileStorageTypeId())),
        TraceHeaders.ofCurrent());
  }

  private static String showable(String field, String name) {
    if (UNSHOWABLE.matcher(name).find()) {
      throw new InvalidInput(field, "The name holds characters that cannot be shown");
    }
    return name.strip();
  }
}
