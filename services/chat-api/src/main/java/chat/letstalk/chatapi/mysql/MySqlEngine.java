package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.account.AccountStore;
import chat.letstalk.chatapi.chat.ChatStore;
import chat.letstalk.chatapi.message.MessageStore;
import chat.letstalk.chatapi.outbox.LeaseStore;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.problem.StoreUnavailable;
import chat.letstalk.chatapi.store.StoreEngine;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** MySQL 8 and newer, and MariaDB 10.11 and newer, through Hibernate ORM. */
@Named("mysql")
@ApplicationScoped
public class MySqlEngine implements StoreEngine {

  @PersistenceUnit(unitName = "letstalk")
  private EntityManagerFactory factory;

  @Resource(lookup = "jdbc/letstalk")
  private DataSource dataSource;

  private final String url;

  private MySqlMessageStore messages;

  /**
   * The container gives the resources too.
   *
   * @param url of the data source, for errors
   */
  @Inject
  MySqlEngine(@ConfigProperty(name = "letstalk.mysql.url") Optional<String> url) {
    this.url = url.orElse("not set");
  }

  /** For the container's proxies. */
  MySqlEngine() {
    this(Optional.empty());
  }

  MySqlEngine(EntityManagerFactory factory, DataSource dataSource, String url) {
    this.factory = factory;
    this.dataSource = dataSource;
    this.url = url;
  }

  /** Flyway takes a lock in the database, so that replicas that start together migrate once. */
  @Override
  public void migrate() {
    try {
      Flyway.configure(MySqlEngine.class.getClassLoader())
          .dataSource(dataSource)
          .locations("classpath:db/mysql")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreUnavailable(problem(e), e);
    }
  }

  private String problem(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return ("letstalk.mysql.url is \"%s\": that failed (%s). Start the database, or correct the"
            + " address, letstalk.mysql.user or letstalk.mysql.password")
        .formatted(shown(url), root.getMessage());
  }

  /** Without what may be secret: user information and properties. */
  private static String shown(String url) {
    return url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//***@");
  }

  @Override
  public void ping() {
    try {
      transactions().read("ping", db -> db.createNativeQuery("select 1").getSingleResult());
    } catch (StoreUnavailable e) {
      throw new StoreUnavailable(problem(e), e);
    }
  }

  @Override
  public AccountStore accounts() {
    return new MySqlAccountStore(transactions());
  }

  @Override
  public ChatStore chats() {
    return new MySqlChatStore(transactions());
  }

  @Override
  public synchronized MessageStore messages() {
    if (messages == null) {
      messages = new MySqlMessageStore(transactions());
    }
    return messages;
  }

  @PreDestroy
  synchronized void close() {
    if (messages != null) {
      messages.close();
    }
  }

  @Override
  public Outbox outbox() {
    return new MySqlOutbox(transactions());
  }

  @Override
  public LeaseStore leases() {
    return new MySqlLeaseStore(transactions());
  }

  private Transactions transactions() {
    return new Transactions(factory);
  }
}
