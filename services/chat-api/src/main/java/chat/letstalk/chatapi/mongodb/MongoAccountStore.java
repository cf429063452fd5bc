package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.account.AccountChange;
import chat.letstalk.chatapi.account.AccountStore;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.problem.StoreUnavailable;
import chat.letstalk.chatapi.store.DuplicateKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/** Accounts in MongoDB. */
final class MongoAccountStore implements AccountStore {

  /** Each attempt in vain means that another change of the same account was quicker. */
  private static final int MOST_ATTEMPTS = 30;

  private final Collections collections;
  private final Clock clock;

  MongoAccountStore(Collections collections, Clock clock) {
    this.collections = collections;
    this.clock = clock;
  }

  @Override
  public Account getOrCreate(Account candidate) {
    return byIdentity(candidate)
        .orElseGet(
            () -> {
              try {
                Document document = AccountDocument.of(candidate);
                Commands.run("create an account", () -> collections.account().insertOne(document));
                return candidate;
              } catch (DuplicateKey e) { // somebody else was quicker
                return byIdentity(candidate).orElseThrow(() -> e);
              }
            });
  }

  private Optional<Account> byIdentity(Account account) {
    Document identity =
        new Document(AccountDocument.TYPE, account.type().number())
            .append(AccountDocument.EXTERNAL_ID, account.externalId());
    return one("find an account by its identity", identity).map(AccountDocument::toAccount);
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return one("find an account", new Document("_id", id.value())).map(AccountDocument::toAccount);
  }

  private Optional<Document> one(String what, Document wanted) {
    return Optional.ofNullable(
        Commands.run(what, () -> collections.account().find(wanted).first()));
  }

  @Override
  public Optional<Account> update(AccountId id, Function<Account, AccountChange> change) {
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      Optional<Document> found = one("find an account", new Document("_id", id.value()));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Document old = found.get();
      AccountChange changed = change.apply(AccountDocument.toAccount(old));
      if (replaced(old, changed)) {
        return Optional.of(changed.account());
      }
      Commands.waitAfter(attempt);
    }
    throw new StoreUnavailable("change an account: others change it all the time", null);
  }

  /** Whether the account was still as it had been read, its waiting events included. */
  private boolean replaced(Document old, AccountChange change) {
    Document asRead =
        new Document("_id", old.get("_id"))
            .append(AccountDocument.VERSION, old.get(AccountDocument.VERSION))
            .append(PendingEvents.DUE, old.get(PendingEvents.DUE));
    Document fields = AccountDocument.profileOf(change.account());
    if (!change.events().isEmpty() && old.get(PendingEvents.DUE) == null) {
      fields.append(PendingEvents.DUE, Tail.tickAt(clock.instant()));
    }
    Document update =
        new Document("$set", fields).append("$inc", new Document(AccountDocument.VERSION, 1L));
    return Commands.run(
                "change an account",
                () ->
                    collections
                        .account()
                        .updateOne(asRead, PendingEvents.pushedTo(update, change.events())))
            .getMatchedCount()
        == 1;
  }

  @Override
  public List<Account> others(AccountId than) {
    Document named = new Document(AccountDocument.SORTED_BY, new Document("$gte", ""));
    return Commands.run(
            "list the accounts",
            () ->
                collections
                    .account()
                    .find(named)
                    .sort(new Document(AccountDocument.SORTED_BY, 1))
                    .limit(MAX_OTHERS + 1)
                    .map(AccountDocument::toAccount)
                    .into(new ArrayList<>()))
        .stream()
        .filter(account -> !account.id().equals(than))
        .limit(MAX_OTHERS)
        .toList();
  }
}
