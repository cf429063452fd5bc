package chat.letstalk.notification.connection;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Every open connection, and those of each account. Thread-safe. */
public final class ConnectionRegistry {

  private static final HubConnection[] NONE = {};

  private final Set<HubConnection> all = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<String, HubConnection[]> byAccount = new ConcurrentHashMap<>();
  private final int maxPerAccount;

  public ConnectionRegistry(int maxPerAccount) {
    this.maxPerAccount = maxPerAccount;
  }

  void open(HubConnection connection) {
    all.add(connection);
  }

  /**
   * Lets a connection hear an account.
   *
   * @return the account's oldest connection, when it had too many, else null; it hears no more
   */
  public HubConnection register(String account, HubConnection connection) {
    AtomicReference<HubConnection> displaced = new AtomicReference<>();
    byAccount.compute(
        account,
        (id, present) -> {
          if (present == null) {
            return new HubConnection[] {connection};
          }
          if (Arrays.asList(present).contains(connection)) {
            return present;
          }
          int from = present.length >= maxPerAccount ? 1 : 0;
          if (from == 1) {
            displaced.set(present[0]);
          }
          HubConnection[] all = Arrays.copyOfRange(present, from, present.length + 1);
          all[all.length - 1] = connection;
          return all;
        });
    return displaced.get();
  }

  /** Lets a connection hear an account no more. */
  public void unregister(String account, HubConnection connection) {
    byAccount.computeIfPresent(
        account,
        (id, present) -> {
          HubConnection[] rest =
              Arrays.stream(present)
                  .filter(other -> other != connection)
                  .toArray(HubConnection[]::new);
          return rest.length == 0 ? null : rest;
        });
  }

  void close(HubConnection connection) {
    all.remove(connection);
  }

  /** The connections that hear an account, oldest first; not to be changed. */
  public HubConnection[] of(String account) {
    return byAccount.getOrDefault(account, NONE);
  }

  public Collection<HubConnection> all() {
    return Collections.unmodifiableCollection(all);
  }
}
