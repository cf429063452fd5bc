package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.problem.StoreUnavailable;
import chat.letstalk.chatapi.store.DuplicateKey;
import chat.letstalk.delivery.Backoff;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs each store method in a transaction of its own. A deadlock's victim is run again; what the
 * engine cannot do at all becomes {@link StoreUnavailable}. Thread-safe.
 */
final class Transactions {

  /**
   * A deadlock needs two to move on; more than a few in a row mean that something else is wrong.
   */
  private static final int MOST_ATTEMPTS = 6;

  /** Classes of SQLSTATE (ISO 9075): a constraint was violated; a deadlock had this victim. */
  private static final String INTEGRITY_VIOLATED = "23";

  private static final String ROLLED_BACK = "40";

  /** Hibernate logs every SQL error that it throws, with values of the row in it. */
  private static final Logger HIBERNATE_SQL_ERRORS =
      Logger.getLogger("org.hibernate.engine.jdbc.spi.SqlExceptionHelper");

  static {
    HIBERNATE_SQL_ERRORS.setLevel(Level.OFF);
  }

  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(5), Duration.ofMillis(100));

  private final EntityManagerFactory factory;

  Transactions(EntityManagerFactory factory) {
    this.factory = factory;
  }

  /**
   * Runs some work and commits it.
   *
   * @param what the operation's name, for errors
   * @throws DuplicateKey when a unique key has the row already
   */
  <T> T run(String what, Function<EntityManager, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (PersistenceException e) {
        String state = sqlStateOf(e);
        if (state.startsWith(INTEGRITY_VIOLATED)) {
          throw new DuplicateKey(e);
        }
        if (!state.startsWith(ROLLED_BACK) || attempt == MOST_ATTEMPTS) {
          throw new StoreUnavailable(what, e);
        }
        LockSupport.parkNanos(BACKOFF.after(attempt).toNanos());
      }
    }
  }

  /**
   * Runs queries that need no common snapshot: without a transaction they cost one round trip each.
   */
  <T> T read(String what, Function<EntityManager, T> queries) {
    try (EntityManager entities = factory.createEntityManager()) {
      return queries.apply(entities);
    } catch (PersistenceException e) {
      throw new StoreUnavailable(what, e);
    }
  }

  private <T> T once(Function<EntityManager, T> work) {
    try (EntityManager entities = factory.createEntityManager()) {
      EntityTransaction transaction = entities.getTransaction();
      transaction.begin();
      try {
        T result = work.apply(entities);
        transaction.commit();
        return result;
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    }
  }

  private static String sqlStateOf(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }
}
