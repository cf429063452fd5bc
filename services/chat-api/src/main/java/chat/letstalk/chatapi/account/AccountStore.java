package chat.letstalk.chatapi.account;

import chat.letstalk.chatapi.id.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
   * Changes an account and stores the events that follow from that: both or neither. Of changes at
   * the same moment each sees what the one before it made.
   *
   * @param change called with the account as it is; perhaps again, when others were quicker
   * @return the account as it is now; empty when there is no such account
   */
  Optional<Account> update(AccountId id, Function<Account, AccountChange> change);

  /**
   * Everybody with a name but the given account, by last and first name, at most {@link
   * #MAX_OTHERS}.
   */
  List<Account> others(AccountId than);
}
