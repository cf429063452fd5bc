package chat.letstalk.bench.floor;

import chat.letstalk.bench.BenchException;
import chat.letstalk.stack.RunningStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One row, committed by itself, over one of a few connections. In a schema of its own, dropped at
 * the end.
 */
final class MySqlInserts implements DurableInserts {

  private static final String SCHEMA = "letstalk_bench";
  private static final String TABLE =
      "CREATE TABLE "
          + SCHEMA
          + ".message (id BIGINT AUTO_INCREMENT PRIMARY KEY, text VARCHAR(1000) NOT NULL)";

  private final List<Connection> connections = new ArrayList<>();
  private final BlockingQueue<PreparedStatement> free = new LinkedBlockingQueue<>();
  private final ExecutorService threads;
  private final String text;

  private MySqlInserts(int concurrency, String text) {
    this.threads = Executors.newFixedThreadPool(concurrency, MySqlInserts::thread);
    this.text = text;
  }

  /** Makes the table and connects. */
  static MySqlInserts on(RunningStack stack, int concurrency, String text) {
    MySqlInserts inserts = new MySqlInserts(concurrency, text);
    try {
      inserts.prepare(stack, concurrency);
      return inserts;
    } catch (SQLException e) {
      inserts.close();
      throw new BenchException("The database refuses the bench's own table: " + e.getMessage(), e);
    }
  }

  private void prepare(RunningStack stack, int concurrency) throws SQLException {
    for (int i = 0; i < concurrency; i++) {
      Connection connection =
          DriverManager.getConnection(
              stack.databaseUrl() + "?useServerPrepStmts=true&useLocalSessionState=true",
              stack.databaseUser(),
              stack.databasePassword());
      connections.add(connection);
      if (i == 0) {
        execute("DROP SCHEMA IF EXISTS " + SCHEMA);
        execute("CREATE SCHEMA " + SCHEMA);
        execute(TABLE);
      }
      free.add(connection.prepareStatement("INSERT INTO " + SCHEMA + ".message (text) VALUES (?)"));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connections.get(0).createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public CompletableFuture<?> start() {
    return CompletableFuture.runAsync(this::insert, threads);
  }

  private void insert() {
    try {
      PreparedStatement statement = free.take();
      try {
        statement.setString(1, text);
        statement.executeUpdate();
      } finally {
        free.add(statement);
      }
    } catch (SQLException e) {
      throw new BenchException("A bare insert failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted.", e);
    }
  }

  @Override
  public String name() {
    return "bare durable insert, one row and commit";
  }

  @Override
  public String database() {
    try {
      var metaData = connections.get(0).getMetaData();
      return metaData.getDatabaseProductName() + " " + metaData.getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new BenchException("The database does not say what it is: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!connections.isEmpty()) {
        execute("DROP SCHEMA IF EXISTS " + SCHEMA);
      }
      for (Connection connection : connections) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new BenchException(
          "The schema " + SCHEMA + " may be left behind: " + e.getMessage() + " Drop it by hand.",
          e);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "bench-inserts");
    thread.setDaemon(true);
    return thread;
  }
}
