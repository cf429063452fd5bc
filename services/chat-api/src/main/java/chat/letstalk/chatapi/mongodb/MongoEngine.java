package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.account.AccountStore;
import chat.letstalk.chatapi.chat.ChatStore;
import chat.letstalk.chatapi.message.MessageStore;
import chat.letstalk.chatapi.outbox.LeaseStore;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.problem.StoreUnavailable;
import chat.letstalk.chatapi.store.StoreEngine;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * MongoDB 5 and newer, Azure CosmosDB for MongoDB and Amazon DocumentDB 5, by what all of them know
 * (src-docs/operator/mongodb.md). Nothing is connected before the first use.
 */
@Named("mongodb")
@ApplicationScoped
public class MongoEngine implements StoreEngine {

  private final MongoSettings settings;
  private final List<CommandListener> listeners;
  private final Clock clock;

  private Opened opened;

  /** What there is one of for all stores. */
  private record Opened(
      MongoClient client, Collections collections, MongoMessageStore messages, MongoOutbox outbox) {

    void close() {
      messages.close();
      client.close();
    }
  }

  @Inject
  MongoEngine(
      @ConfigProperty(name = "letstalk.mongodb.url") String url,
      @ConfigProperty(name = "letstalk.mongodb.database") String database,
      @ConfigProperty(name = "letstalk.mongodb.user") Optional<String> user,
      @ConfigProperty(name = "letstalk.mongodb.password") Optional<String> password,
      @ConfigProperty(name = "letstalk.mongodb.user-database") String userDatabase,
      @ConfigProperty(name = "letstalk.mongodb.tls.ca-file") Optional<String> caFile,
      @ConfigProperty(name = "letstalk.mongodb.retry-writes") Optional<Boolean> retryWrites,
      @ConfigProperty(name = "letstalk.mongodb.connections") int connections,
      @ConfigProperty(name = "letstalk.mongodb.answer-within") Duration answerWithin,
      Clock clock) {
    this(
        new MongoSettings(
            url,
            database,
            user,
            password,
            userDatabase,
            caFile.map(Path::of),
            retryWrites,
            connections,
            answerWithin),
        List.of(),
        clock);
  }

  MongoEngine(MongoSettings settings, List<CommandListener> listeners, Clock clock) {
    this.settings = settings;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** For the container's proxies. */
  MongoEngine() {
    this(null, List.of(), null);
  }

  private synchronized Opened opened() {
    if (opened == null) {
      MongoClient client = MongoClients.create(settings.forDriver(listeners));
      Collections collections = new Collections(client.getDatabase(settings.database()));
      ToldChats toldChats = new ToldChats(collections);
      opened =
          new Opened(
              client,
              collections,
              new MongoMessageStore(collections, toldChats, clock),
              new MongoOutbox(collections, toldChats, clock));
    }
    return opened;
  }

  @Override
  public void migrate() {
    Schema schema = new Schema(collections());
    try {
      schema.prepare();
    } catch (MongoException e) {
      throw new StoreUnavailable(Problem.of(e, settings), e);
    }
  }

  @Override
  public void ping() {
    Opened now = opened();
    try {
      now.collections().database().runCommand(new Document("ping", 1));
    } catch (MongoException e) {
      throw new StoreUnavailable(Problem.of(e, settings), e);
    }
  }

  @Override
  public AccountStore accounts() {
    return new MongoAccountStore(collections(), clock);
  }

  @Override
  public ChatStore chats() {
    return new MongoChatStore(collections());
  }

  @Override
  public MessageStore messages() {
    return opened().messages();
  }

  @Override
  public Outbox outbox() {
    return opened().outbox();
  }

  @Override
  public LeaseStore leases() {
    return new MongoLeaseStore(collections());
  }

  Collections collections() {
    return opened().collections();
  }

  @PreDestroy
  synchronized void close() {
    if (opened != null) {
      opened.close();
      opened = null;
    }
  }
}
