package chat.letstalk.chatapi.account;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.problem.StoreUnavailable;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Accounts that can be looked at even while the store is away: the client signs people out when
 * they cannot be shown their profile. Then, and only then, an account is what this replica saw
 * last: this is no cache, since it never saves a look at the store. Thread-safe.
 */
public final class RememberedAccounts implements AccountStore {

  /** About 500 bytes each. */
  private static final long MOST_REMEMBERED = 20_000;

  private final AccountStore store;
  private final Cache<AccountId, Account> lastSeen =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  /**
   * @param store where accounts are
   */
  public RememberedAccounts(AccountStore store) {
    this.store = store;
  }

  @Override
  public Optional<Account> find(AccountId id) {
    try {
      return seen(store.find(id));
    } catch (StoreUnavailable e) {
      return Optional.of(Optional.ofNullable(lastSeen.getIfPresent(id)).orElseThrow(() -> e));
    }
  }

  @Override
  public Account getOrCreate(Account candidate) {
    Account stored = store.getOrCreate(candidate);
    lastSeen.put(stored.id(), stored);
    return stored;
  }

  @Override
  public Optional<Account> update(AccountId id, Function<Account, AccountChange> change) {
    return seen(store.update(id, change));
  }

  @Override
  public List<Account> others(AccountId than) {
    return store.others(than);
  }

  private Optional<Account> seen(Optional<Account> stored) {
    stored.ifPresent(account -> lastSeen.put(account.id(), account));
    return stored;
  }
}
