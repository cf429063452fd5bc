package chat.letstalk.chatapi.account;

import chat.letstalk.chatapi.id.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the accounts. Every method is atomic and durable once it returns; implementations are
 * thread-safe and throw {@link chat.letstalk.chatapi.problem.StoreUnavailable} when the engine is
 * away.
 */
public interface AccountStore {

  /** The most accounts that {@link #others} gives. */
  int MAX_OTHERS = 10_000;

  /**
   * The account of a type and external id; of several callers at once all get the same.
   *
   * @param candidate stored as it is when there is no such account yet
   * @return the stored account: the candidate or the earlier one
   */
  Account getOrCreate(Account candidate);

  /** The account with this id, if there is one. */
  Optional<Account> find(AccountId id);

  /**
   * Gives an account new names.
   *
   * @return the account as it is now; empty when there is no such account
   */
  Optional<Account> rename(AccountId id, String firstName, String lastName);

  /**
   * Everybody with a name but the given account, by last and first name, at most {@link
   * #MAX_OTHERS}.
   */
  List<Account> others(AccountId than);
}
