package chat.letstalk.chatapi.account;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.problem.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.regex.Pattern;

/** Gives somebody the names that he wants to be known by. */
@Dependent
public class UpdateProfile {

  /** Controls, and the marks that turn the direction of whatever stands after a name. */
  private static final Pattern UNSHOWABLE =
      Pattern.compile("[\\p{Cntrl}\u202A-\u202E\u2066-\u2069]");

  private final AccountStore accounts;

  @Inject
  public UpdateProfile(AccountStore accounts) {
    this.accounts = accounts;
  }

  /**
   * @throws InvalidInput when a name cannot be shown beside others
   * @throws NotFound when the account is gone
   */
  public Account rename(AccountId account, String firstName, String lastName) {
    return accounts
        .rename(account, showable("firstName", firstName), showable("lastName", lastName))
        .orElseThrow(() -> new NotFound("This account is gone"));
  }

  private static String showable(String field, String name) {
    if (UNSHOWABLE.matcher(name).find()) {
      throw new InvalidInput(field, "The name holds characters that cannot be shown");
    }
    return name.strip();
  }
}
