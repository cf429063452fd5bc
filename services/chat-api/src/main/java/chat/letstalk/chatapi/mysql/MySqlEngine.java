package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.account.AccountStore;
import chat.letstalk.chatapi.chat.ChatStore;
import chat.letstalk.chatapi.message.MessageStore;
import chat.letstalk.chatapi.outbox.LeaseStore;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.store.StoreEngine;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** MySQL 8 and newer, and MariaDB 10.11 and newer, through Hibernate ORM. */
@Named("mysql")
@ApplicationScoped
public class MySqlEngine implements StoreEngine {

  @PersistenceUnit(unitName = "letstalk")
  private EntityManagerFactory factory;

  @Resource(lookup = "jdbc/letstalk")
  private DataSource dataSource;

  private MySqlMessageStore messages;

  /** For the container, which gives the resources. */
  MySqlEngine() {}

  MySqlEngine(EntityManagerFactory factory, DataSource dataSource) {
    this.factory = factory;
    this.dataSource = dataSource;
  }

  /** Flyway takes a lock in the database, so that replicas that start together migrate once. */
  @Override
  public void migrate() {
    Flyway.configure(MySqlEngine.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/mysql")
        .load()
        .migrate();
  }

  @Override
  public void ping() {
    transactions().read("ping", db -> db.createNativeQuery("select 1").getSingleResult());
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
