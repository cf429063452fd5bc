package chat.letstalk.chatapi.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.store.EveryMethodSuite;
import chat.letstalk.chatapi.store.StoreEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every statement that the stores run finds its rows by an index, however many there are. */
class MySqlPlanTest extends EveryMethodSuite {

  private static final ExplainingDataSource DATABASE = explaining();
  private static final MySqlEngine EXPLAINED = TestDatabase.engineOn(DATABASE);

  private AccountId alice;
  private ChatId chat;
  private final List<Message> messages = new ArrayList<>();

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }

  private static ExplainingDataSource explaining() {
    ExplainingDataSource database = new ExplainingDataSource();
    database.setUrl(TestDatabase.dataSource().getUrl());
    database.setUser(TestDatabase.dataSource().getUser());
    database.setPassword(TestDatabase.dataSource().getPassword());
    return database;
  }

  @BeforeEach
  void so_many_rows_that_reading_all_would_show() throws SQLException {
    alice = somebody();
    for (int chats = 0; chats < 5; chats++) {
      chat = chatOf(alice, somebody());
      for (int n = 0; n < 60; n++) {
        messages.add(stored(chat, alice, "message " + n));
      }
    }
    try (Connection connection = TestDatabase.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("analyze table account, chat, chat_member, message, outbox, lease");
    }
  }

  @Test
  void no_statement_reads_all_messages_chats_members_or_accounts() {
    Set<String> called = callEveryMethod(EXPLAINED, alice, chat, messages);
    assertThat(called).isEqualTo(everyMethod());
    assertThat(DATABASE.steps).isNotEmpty();
    assertThat(DATABASE.steps)
        .filteredOn(step -> !isTheContactList(step) && !isTheOutbox(step))
        .noneMatch(ExplainingDataSource.Step::readsEverything);
  }

  /** Everybody is what it is to show. */
  private static boolean isTheContactList(ExplainingDataSource.Step step) {
    return step.sql().contains("last_name is not null");
  }

  /** The outbox holds what is on its way only, and is read from its beginning. */
  private static boolean isTheOutbox(ExplainingDataSource.Step step) {
    return step.sql().contains("from outbox");
  }
}
