package chat.letstalk.chatapi.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.problem.StoreUnavailable;
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
import org.flywaydb.core.Flyway;
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
                  n -> replicas.submit(() -> TestDatabase.engineOn(empty).migrate()))
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

  @Test
  void a_database_of_an_older_program_is_migrated_and_keeps_its_data() throws SQLException {
    MysqlDataSource database = emptyDatabase();
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/mysql")
        .target("1")
        .load()
        .migrate();
    String chat = "0190aaaa-0000-7000-8000-000000000001";
    String sender = "0190aaaa-0000-7000-8000-000000000002";
    run(
        database,
        "insert into chat (id, first_account, second_account, created, last_seq) values"
            + " (%1$s, %2$s, %1$s, 0, 1)".formatted(binary(chat), binary(sender)));
    run(
        database,
        "insert into message (chat_id, seq, id, sender_id, text, text_html, emoji_count, created)"
            + " values (%1$s, 1, %1$s, %2$s, 'hi', '<p>hi</p>', 0, 0)"
                .formatted(binary(chat), binary(sender)));
    MySqlEngine engine = TestDatabase.engineOn(database);
    engine.migrate();
    assertThat(engine.messages().page(ChatId.parse(chat).orElseThrow(), 0, 20))
        .singleElement()
        .returns("hi", Message::text)
        .returns(null, Message::image)
        .returns(null, Message::linkPreview);
    engine.close();
  }

  @Test
  void a_database_that_is_away_is_named_with_its_key_and_without_secrets() {
    String url = "jdbc:mysql://127.0.0.1:1/letstalk?password=s3cret";
    MysqlDataSource nobody = new MysqlDataSource();
    nobody.setUrl(url);
    MySqlEngine engine = TestDatabase.engineOn(nobody);
    assertThatThrownBy(engine::migrate)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContainingAll(
            "letstalk.mysql.url is \"jdbc:mysql://127.0.0.1:1/letstalk\"", "Start the database")
        .hasMessageNotContaining("s3cret");
  }

  private static String binary(String id) {
    return "x'" + id.replace("-", "") + "'";
  }

  private static void run(MysqlDataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
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
