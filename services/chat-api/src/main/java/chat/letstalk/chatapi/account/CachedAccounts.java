package chat.letstalk.chatapi.account;

import chat.letstalk.cache.Cache;
import chat.letstalk.cache.CacheSpec;
import chat.letstalk.cache.Caches;
import chat.letstalk.chatapi.id.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Accounts of which profiles, and the list of all, are cached. What changes an account makes both
 * forget it, after the commit and even when it is not known whether there was one. Thread-safe.
 */
public final class CachedAccounts implements AccountStore {

  /** Everybody with a name; whoever asks leaves himself out. */
  public record Contacts(List<Account> accounts) {}

  private static final String ALL = "all";
  private static final AccountId NOBODY = new AccountId(new UUID(0, 0));
  private static final int BYTES_EACH = 400;

  private final AccountStore store;
  private final Cache<Account> profiles;
  private final Cache<Contacts> contacts;

  /**
   * @param store where everything else is asked for
   */
  public CachedAccounts(AccountStore store, Caches caches) {
    this.store = store;
    Duration profile = caches.lifetime("profiles", Duration.ZERO, Duration.ofMinutes(5));
    this.profiles =
        caches.cache(CacheSpec.of("profiles", 1, Account.class, profile, account -> BYTES_EACH));
    Duration list = caches.lifetime("accounts", Duration.ZERO, Duration.ofMinutes(1));
    this.contacts =
        caches.cache(
            CacheSpec.of(
                "accounts", 1, Contacts.class, list, all -> all.accounts().size() * BYTES_EACH));
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return Optional.ofNullable(profiles.get(id.toString(), () -> store.find(id).orElse(null)));
  }

  @Override
  public List<Account> others(AccountId than) {
    return contacts.get(ALL, () -> new Contacts(store.others(NOBODY))).accounts().stream()
        .filter(account -> !account.id().equals(than))
        .toList();
  }

  @Override
  public Account getOrCreate(Account candidate) {
    Account stored = store.getOrCreate(candidate);
    if (stored.id().equals(candidate.id())) {
      contacts.invalidate(ALL);
    }
    return stored;
  }

  @Override
  public Optional<Account> update(AccountId id, Function<Account, AccountChange> change) {
    try {
      return store.update(id, change);
    } finally {
      profiles.invalidate(id.toString());
      contacts.invalidate(ALL);
    }
  }
}
