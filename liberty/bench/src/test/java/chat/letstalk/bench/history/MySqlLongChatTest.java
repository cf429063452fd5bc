package chat.letstalk.bench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.bench.BenchException;
import chat.letstalk.stack.Checkout;
import chat.letstalk.stack.LocalMariaDb;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real server with chat-api's own tables. */
class MySqlLongChatTest {

  private static final String INSERT =
      "INSERT INTO message (chat_id, seq, id, sender_id, client_message_id, text, text_html,"
          + " emoji_count, created) VALUES (?, 1, ?, ?, 'mine', 'text 1', '<p>text 1</p>', 0, 77)";

  @TempDir static Path data;
  private static LocalMariaDb mariaDb;
  private static MySqlLongChat longChat;

  @BeforeAll
  static void start() throws SQLException, IOException {
    mariaDb = LocalMariaDb.start(data);
    longChat = new MySqlLongChat(mariaDb.url(), mariaDb.user(), mariaDb.password());
    Path migrations =
        Checkout.find().folder().resolve("services/chat-api/src/main/resources/db/mysql");
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String file : List.of("V1__chats.sql", "V2__pictures_and_previews.sql")) {
        for (String sql : Files.readString(migrations.resolve(file)).split(";\\s*\\n")) {
          statement.execute(sql);
        }
      }
    }
  }

  @AfterAll
  static void end() {
    mariaDb.close();
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(mariaDb.url(), mariaDb.user(), mariaDb.password());
  }

  @Test
  void a_chat_gets_messages_without_a_hole_that_are_as_the_one_that_was_sent() throws SQLException {
    UUID chat = UUID.randomUUID();
    begin(chat);
    longChat.fill(chat.toString(), 5_001, place -> "text " + place, place -> {});
    try (Connection connection = connect()) {
      assertThat(
              row(
                  connection,
                  "SELECT COUNT(*), MIN(seq), MAX(seq), COUNT(DISTINCT id) FROM message"))
          .containsExactly("5001", "1", "5001", "5001");
      assertThat(
              row(
                  connection,
                  "SELECT text, text_html, emoji_count, created, client_message_id FROM message"
                      + " WHERE seq = 4321"))
          .containsExactly("text 4321", "<p>text 4321</p>", "0", "77", null);
      assertThat(row(connection, "SELECT COUNT(DISTINCT sender_id) FROM message"))
          .containsExactly("1");
      assertThat(
              row(
                  connection,
                  "SELECT last_seq, last_message_at, last_message_id = (SELECT id FROM message"
                      + " WHERE seq = 5001) FROM chat"))
          .containsExactly("5001", "77", "1");
    }
  }

  @Test
  void a_chat_without_a_message_is_refused() {
    assertThatThrownBy(
            () -> longChat.fill(UUID.randomUUID().toString(), 9, String::valueOf, place -> {}))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("no message to be copied");
  }

  private static void begin(UUID chat) throws SQLException {
    byte[] id = UuidCreator.toBytes(chat);
    try (Connection connection = connect();
        PreparedStatement row =
            connection.prepareStatement(
                "INSERT INTO chat (id, first_account, second_account, created) VALUES (?, 'a', 'b', 1)");
        PreparedStatement message = connection.prepareStatement(INSERT)) {
      row.setBytes(1, id);
      row.executeUpdate();
      message.setBytes(1, id);
      message.setBytes(2, UuidCreator.toBytes(UUID.randomUUID()));
      message.setBytes(3, UuidCreator.toBytes(UUID.randomUUID()));
      message.executeUpdate();
    }
  }

  private static List<String> row(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      List<String> cells = new ArrayList<>();
      for (int n = 1; n <= rows.getMetaData().getColumnCount(); n++) {
        cells.add(rows.getString(n));
      }
      return cells;
    }
  }
}
