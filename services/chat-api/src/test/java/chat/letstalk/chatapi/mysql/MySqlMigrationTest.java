package chat.letstalk.chatapi.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MySqlMigrationTest {

  @Test
  void replicas_that_start_at_the_same_moment_migrate_an_empty_database_once() throws Exception {
    MysqlDataSource empty = emptyDatabase();
    ExecutorService replicas = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> starts =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(
                  n -> replicas.submit(() -> new MySqlEngine(null, empty).migrate()))
              .toList();
      for (Future<?> start : starts) {
        start.get(60, TimeUnit.SECONDS);
      }
    } finally {
      replicas.shutdownNow();
    }
    assertThat(rows(empty, "select count(*) from flyway_schema_history where success = 1"))
        .isEqualTo(2);
    assertThat(rows(empty, "select count(*) from message")).isZero();
  }

  private static MysqlDataSource emptyDatabase() throws SQLException {
    String name = "letstalk_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = TestDatabase.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    MysqlDataSource known = TestDatabase.dataSource();
    MysqlDataSource empty = new MysqlDataSource();
    empty.setUrl(known.getUrl().replaceFirst("/letstalk(\\?|$)", "/" + name + "$1"));
    empty.setUser(known.getUser());
    empty.setPassword(known.getPassword());
    return empty;
  }

  private static int rows(MysqlDataSource database, String count) throws SQLException {
    try (Connection connection = database.getConnection();
        var result = connection.createStatement().executeQuery(count)) {
      result.next();
      return result.getInt(1);
    }
  }
}
