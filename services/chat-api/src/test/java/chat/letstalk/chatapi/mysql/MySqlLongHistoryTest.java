package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.message.LongHistorySuite;
import chat.letstalk.chatapi.store.StoreEngine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

class MySqlLongHistoryTest extends LongHistorySuite {

  private static final String DIGIT =
      "(select 0 d union select 1 union select 2 union select 3 union select 4"
          + " union select 5 union select 6 union select 7 union select 8 union select 9)";

  private static final String NUMBERS =
      "(select 1 + a.d + 10*b.d + 100*c.d + 1000*d.d + 10000*e.d n from "
          + (DIGIT + " a, " + DIGIT + " b, " + DIGIT + " c, " + DIGIT + " d, " + DIGIT + " e")
          + ") numbers where n <= ?";

  private static final String MESSAGES =
      "insert into message (chat_id, seq, id, sender_id, text, text_html, emoji_count, created)"
          + " select unhex(?), n, unhex(concat(substr(md5(?), 1, 16), lpad(hex(n), 16, '0'))),"
          + " unhex(?), n, n, 0, ? from "
          + NUMBERS;

  private static final String CHAT =
      "update chat set last_seq = ?, last_message_at = ?, last_message_id ="
          + " (select id from message where chat_id = unhex(?) and seq = ?) where id = unhex(?)";

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }

  @Override
  protected void fill(ChatId chat, AccountId sender, int count) throws SQLException {
    String chatId = hex(chat);
    long now = NOW.toEpochMilli();
    try (Connection connection = TestDatabase.dataSource().getConnection()) {
      run(connection, MESSAGES, List.of(chatId, chatId, hex(sender), now, count));
      run(connection, CHAT, List.of(count, now, chatId, count, chatId));
    }
  }

  private static void run(Connection connection, String sql, List<Object> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int n = 0; n < values.size(); n++) {
        statement.setObject(n + 1, values.get(n));
      }
      statement.executeUpdate();
    }
  }

  private static String hex(Object id) {
    return id.toString().replace("-", "");
  }
}
