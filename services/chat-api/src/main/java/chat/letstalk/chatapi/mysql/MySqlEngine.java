package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.account.AccountStore;
import chat.letstalk.chatapi.chat.ChatStore;
import chat.letstalk.chatapi.message.MessageStore;
import chat.letstalk.chatapi.outbox.LeaseStore;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.problem.StoreUnavailable;
import chat.letstalk.chatapi.store.StoreEngine;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.EntityManagerFactory;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.jpa.boot.spi.Bootstrap;

/**
 * MySQL 8 and newer, and MariaDB 10.11 and newer, through Hibernate ORM. Nothing is made before the
 * first use, so that where another engine was chosen there need be no driver.
 */
@Named("mysql")
@ApplicationScoped
public class MySqlEngine implements StoreEngine {

  private static final String POOL = "jdbc/letstalk";

  /** Not where servers look: they would make the unit at every start, whatever was chosen. */
  private static final URL UNITS =
      MySqlEngine.class.getResource("/hibernate/META-INF/persistence.xml");

  private final Supplier<DataSource> dataSource;
  private final String url;

  private Opened opened;

  /** What there is one of for all stores. */
  private record Opened(
      DataSource dataSource, EntityManagerFactory factory, MySqlMessageStore messages) {

    void close() {
      messages.close();
      factory.close();
    }
  }

  /**
   * The server's pool has the driver and its settings (liberty/servers/shared/chat-api.xml).
   *
   * @param url of the pool, for errors
   * @param user who signs in. Not a matter of the pool, whose configuration knows no secret files
   */
  @Inject
  MySqlEngine(
      @ConfigProperty(name = "letstalk.mysql.url") Optional<String> url,
      @ConfigProperty(name = "letstalk.mysql.user") String user,
      @ConfigProperty(name = "letstalk.mysql.password") Optional<String> password) {
    this(() -> new UserDataSource(serversPool(), user, password.orElse("")), url.orElse("not set"));
  }

  /** For the container's proxies. */
  MySqlEngine() {
    this(null, null);
  }

  MySqlEngine(Supplier<DataSource> dataSource, String url) {
    this.dataSource = dataSource;
    this.url = url;
  }

  @SuppressWarnings("BanJNDI") // a name that nobody else can choose
  private static DataSource serversPool() {
    try {
      return InitialContext.doLookup(POOL);
    } catch (NamingException e) {
      throw new IllegalStateException(
          "The server has no data source "
              + POOL
              + "; its log says why. Mostly letstalk.jdbc.driver does not name Connector/J",
          e);
    }
  }

  private synchronized Opened opened() {
    if (opened == null) {
      DataSource source = dataSource.get();
      EntityManagerFactory factory =
          Bootstrap.getEntityManagerFactoryBuilder(
                  UNITS, "letstalk", Map.of("jakarta.persistence.nonJtaDataSource", source))
              .build();
      opened = new Opened(source, factory, new MySqlMessageStore(new Transactions(factory)));
    }
    return opened;
  }

  /** Flyway takes a lock in the database, so that replicas that start together migrate once. */
  @Override
  public void migrate() {
    try {
      Flyway.configure(MySqlEngine.class.getClassLoader())
          .dataSource(opened().dataSource())
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
            + " address, letstalk.mysql.user, letstalk.mysql.password or letstalk.mysql.password-file")
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
  public MessageStore messages() {
    return opened().messages();
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
    return new Transactions(opened().factory());
  }

  @PreDestroy
  synchronized void close() {
    if (opened != null) {
      opened.close();
      opened = null;
    }
  }
}
