package chat.letstalk.bench.history;

import chat.letstalk.bench.BenchException;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;

/** Rows of many messages in a statement, committed together with the chat's newest place. */
record MySqlLongChat(String url, String user, String password) implements LongChat {

  private static final int BATCH = 2_000;

  private static final String NEWEST =
      "SELECT * FROM message WHERE chat_id = ? ORDER BY seq DESC LIMIT 1";

  private static final String MOVE_ON =
      "UPDATE chat SET last_seq = ?, last_message_id = ?, last_message_at = ? WHERE id = ?";

  @Override
  public void fill(String chat, int last, LongFunction<String> text, IntConsumer progress) {
    byte[] chatId = UuidCreator.toBytes(UUID.fromString(chat));
    try (Connection connection =
        DriverManager.getConnection(url + "?rewriteBatchedStatements=true", user, password)) {
      connection.setAutoCommit(false);
      Map<String, Object> message = newest(connection, chatId);
      long first = ((Number) message.get("seq")).longValue() + 1;
      String insert = insert(message);
      for (long from = first; from <= last; from += BATCH) {
        long to = Math.min(from + BATCH - 1, last);
        Map<String, Object> copied = message;
        try (PreparedStatement rows = connection.prepareStatement(insert)) {
          for (long seq = from; seq <= to; seq++) {
            copied = copy(message, seq, text.apply(seq));
            bind(rows, copied);
            rows.addBatch();
          }
          rows.executeBatch();
        }
        moveOn(connection, copied);
        connection.commit();
        progress.accept((int) to);
      }
    } catch (SQLException e) {
      throw new BenchException("MariaDB does not take the history: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> newest(Connection connection, byte[] chat)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
      statement.setBytes(1, chat);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new BenchException("There is no message to be copied in the chat.");
        }
        Map<String, Object> message = new LinkedHashMap<>();
        var columns = rows.getMetaData();
        for (int n = 1; n <= columns.getColumnCount(); n++) {
          message.put(columns.getColumnName(n), rows.getObject(n));
        }
        return message;
      }
    }
  }

  private static String insert(Map<String, Object> message) {
    return "INSERT INTO message (%s) VALUES (%s)"
        .formatted(
            String.join(", ", message.keySet()),
            String.join(", ", Collections.nCopies(message.size(), "?")));
  }

  /** Another message of its own: a client's id for it would have to be another one too. */
  private static Map<String, Object> copy(Map<String, Object> message, long seq, String text) {
    Map<String, Object> copy = new LinkedHashMap<>(message);
    copy.put("seq", seq);
    copy.put("id", UuidCreator.toBytes(UuidCreator.getTimeOrderedEpochPlus1()));
    copy.put("client_message_id", null);
    copy.put("text", text);
    String html = (String) message.get("text_html");
    copy.put("text_html", html.replace((String) message.get("text"), text));
    return copy;
  }

  private static void bind(PreparedStatement row, Map<String, Object> message) throws SQLException {
    int column = 1;
    for (Object value : message.values()) {
      row.setObject(column++, value);
    }
  }

  private static void moveOn(Connection connection, Map<String, Object> newest)
      throws SQLException {
    try (PreparedStatement chat = connection.prepareStatement(MOVE_ON)) {
      chat.setObject(1, newest.get("seq"));
      chat.setObject(2, newest.get("id"));
      chat.setObject(3, newest.get("created"));
      chat.setObject(4, newest.get("chat_id"));
      if (chat.executeUpdate() != 1) {
        throw new BenchException("The chat that is to become long is not there.");
      }
    }
  }
}
