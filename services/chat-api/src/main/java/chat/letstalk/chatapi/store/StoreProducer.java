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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the engine by {@code letstalk.store}: the only place that does. */
@ApplicationScoped
class StoreProducer {

  private final Instance<StoreEngine> engines;
  private final String name;

  @Inject
  StoreProducer(
      @Any Instance<StoreEngine> engines, @ConfigProperty(name = "letstalk.store") String name) {
    this.engines = engines;
    this.name = name;
  }

  /** For the container's proxies. */
  StoreProducer() {
    this(null, null);
  }

  @Produces
  @Chosen
  StoreEngine engine() {
    Instance<StoreEngine> chosen = engines.select(NamedLiteral.of(name));
    if (!chosen.isResolvable()) {
      throw new IllegalStateException(unknown(name, names()));
    }
    return chosen.get();
  }

  private SortedSet<String> names() {
    return engines
        .handlesStream()
        .map(engine -> engine.getBean().getName())
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String unknown(String name, SortedSet<String> known) {
    return "letstalk.store is \"%s\", which is no store: set it to one of %s"
        .formatted(name, String.join(", ", known));
  }

  @Produces
  @ApplicationScoped
  AccountStore accounts(Caches caches) {
    return new CachedAccounts(new RememberedAccounts(engine().accounts()), caches);
  }

  @Produces
  @Singleton
  @Typed(CachedChats.class)
  CachedChats cachedChats(Caches caches) {
    return new CachedChats(new RememberedChats(engine().chats()), caches);
  }

  @Produces
  @ApplicationScoped
  ChatStore chats(CachedChats chats) {
    return chats;
  }

  @Produces
  @Singleton
  @Typed(CachedMessages.class)
  CachedMessages cachedMessages(Caches caches, CachedChats chats) {
    return new CachedMessages(engine().messages(), chats, caches);
  }

  @Produces
  MessageStore messages(CachedMessages messages) {
    return messages;
  }

  @Produces
  Outbox outbox(Caches caches, CachedMessages messages) {
    boolean cached =
        !CachedChats.lifetime(caches).isZero() || !CachedMessages.lifetime(caches).isZero();
    return cached ? new ForgettingOutbox(engine().outbox(), messages) : engine().outbox();
  }

  @Produces
  LeaseStore leases() {
    return engine().leases();
  }
}
