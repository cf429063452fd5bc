package chat.letstalk.stack.documentdb;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** The PostgreSQL with DocumentDB. Thread-safe. */
final class Engine {

  private static final int MOST_CONNECTIONS = 60;
  private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);

  private final HikariDataSource connections;

  /**
   * @param url its JDBC address with its user; it need not be there yet
   */
  Engine(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTED_WITHIN.toMillis());
    config.setInitializationFailTimeout(-1);
    // Statements are prepared from their first use, so that documents come as bytes, not as hex.
    config.addDataSourceProperty("prepareThreshold", "1");
    config.addDataSourceProperty(
        "options", "-c search_path=documentdb_api_catalog,documentdb_api,public");
    connections = new HikariDataSource(config);
  }

  /** What is wanted of the one row that a statement answers with. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** A connection of one's own, to be closed. */
  Connection connect() throws SQLException {
    return connections.getConnection();
  }

  /**
   * Runs a statement on any connection.
   *
   * @param parameters strings, bytes or null
   */
  <T> T query(String sql, Row<T> wanted, Object... parameters) throws SQLException {
    try (Connection connection = connect()) {
      return query(connection, sql, wanted, parameters);
    }
  }

  static <T> T query(Connection connection, String sql, Row<T> wanted, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int n = 0; n < parameters.length; n++) {
        statement.setObject(n + 1, parameters[n]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return wanted.read(rows);
      }
    }
  }
}
