package chat.letstalk.chatapi.store;

import chat.letstalk.cache.Caches;
import chat.letstalk.chatapi.account.AccountStore;
import chat.letstalk.chatapi.account.CachedAccounts;
import chat.letstalk.chatapi.account.RememberedAccounts;
import chat.letstalk.chatapi.chat.CachedChats;
import chat.letstalk.chatapi.chat.ChatStore;
import chat.letstalk.chatapi.chat.RememberedChats;
import chat.letstalk.chatapi.message.CachedMessages;
import chat.letstalk.chatapi.message.ForgettingOutbox;
import chat.letstalk.chatapi.message.MessageStore;
import chat.letstalk.chatapi.outbox.LeaseStore;
import chat.letstalk.chatapi.outbox.Outbox;

/** A replica's stores as {@link StoreProducer} puts them together. */
final class CachedEngine implements StoreEngine {

  private final StoreEngine engine;
  private final CachedAccounts accounts;
  private final CachedChats chats;
  private final CachedMessages messages;

  CachedEngine(StoreEngine engine, Caches caches) {
    this.engine = engine;
    this.accounts = new CachedAccounts(new RememberedAccounts(engine.accounts()), caches);
    this.chats = new CachedChats(new RememberedChats(engine.chats()), caches);
    this.messages = new CachedMessages(engine.messages(), chats, caches);
  }

  @Override
  public void migrate() {
    engine.migrate();
  }

  @Override
  public void ping() {
    engine.ping();
  }

  @Override
  public AccountStore accounts() {
    return accounts;
  }

  @Override
  public ChatStore chats() {
    return chats;
  }

  @Override
  public MessageStore messages() {
    return messages;
  }

  @Override
  public Outbox outbox() {
    return new ForgettingOutbox(engine.outbox(), messages);
  }

  @Override
  public LeaseStore leases() {
    return engine.leases();
  }
}
