package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.account.AccountChange;
import chat.letstalk.chatapi.account.AccountStore;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.store.DuplicateKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Accounts in MySQL. */
final class MySqlAccountStore implements AccountStore {

  private final Transactions transactions;

  MySqlAccountStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Account getOrCreate(Account candidate) {
    return byIdentity(candidate)
        .orElseGet(
            () -> {
              try {
                return transactions.run("create an account", db -> insert(db, candidate));
              } catch (DuplicateKey e) { // somebody else was quicker
                return byIdentity(candidate).orElseThrow(() -> e);
              }
            });
  }

  private Optional<Account> byIdentity(Account account) {
    return transactions.read(
        "find an account by its identity",
        db ->
            db.createQuery(
                    "from AccountRow where type = :type and externalId = :externalId",
                    AccountRow.class)
                .setParameter("type", account.type().number())
                .setParameter("externalId", account.externalId())
                .getResultStream()
                .findFirst()
                .map(AccountRow::toAccount));
  }

  private static Account insert(EntityManager db, Account account) {
    db.persist(AccountRow.of(account));
    return account;
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return transactions.read(
        "find an account",
        db ->
            Optional.ofNullable(db.find(AccountRow.class, id.value())).map(AccountRow::toAccount));
  }

  @Override
  public Optional<Account> update(AccountId id, Function<Account, AccountChange> change) {
    return transactions.run(
        "change an account",
        db -> {
          AccountRow row = db.find(AccountRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
          if (row == null) {
            return Optional.empty();
          }
          AccountChange changed = change.apply(row.toAccount());
          row.show(changed.account());
          OutboxRows.insert(db, changed.events());
          return Optional.of(row.toAccount());
        });
  }

  @Override
  public List<Account> others(AccountId than) {
    return transactions.read(
        "list the accounts",
        db ->
            db.createQuery(
                    "from AccountRow where lastName is not null and id <> :than"
                        + " order by lastName, firstName",
                    AccountRow.class)
                .setParameter("than", than.value())
                .setMaxResults(MAX_OTHERS)
                .getResultStream()
                .map(AccountRow::toAccount)
                .toList());
  }
}
