package chat.letstalk.chatapi.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.account.AccountChange;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.message.LinkPreview;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.message.Preview;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.store.StoreEngine;
import chat.letstalk.chatapi.store.StoreSuite;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every statement that the stores run finds its rows by an index, however many there are. */
class MySqlPlanTest extends StoreSuite {

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
    Set<String> called = callEveryMethod();
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
    return step.sql().contains("OutboxRow") || step.sql().contains("from outbox");
  }

  private Set<String> callEveryMethod() {
    Message last = messages.get(messages.size() - 1);
    Message repeat = message(chat, alice, "again", "repeat");
    Set<String> called = new TreeSet<>();
    Account newcomer = newcomer();
    call(called, "getOrCreate", () -> EXPLAINED.accounts().getOrCreate(newcomer));
    call(called, "find", () -> EXPLAINED.accounts().find(alice));
    call(
        called,
        "update",
        () -> EXPLAINED.accounts().update(alice, old -> new AccountChange(old, eventsOf(last))));
    call(called, "others", () -> EXPLAINED.accounts().others(alice));
    call(
        called,
        "getOrCreate",
        () -> EXPLAINED.chats().getOrCreate(new ChatId(Uuids.next()), alice, newcomer.id(), NOW));
    call(called, "ofMember", () -> EXPLAINED.chats().ofMember(chat, alice));
    call(called, "listOf", () -> EXPLAINED.chats().listOf(alice));
    call(called, "markRead", () -> EXPLAINED.chats().markRead(chat, alice, last.id()));
    call(called, "add", () -> EXPLAINED.messages().add(repeat, eventsOf(repeat)));
    call(called, "add", () -> EXPLAINED.messages().add(repeat, eventsOf(repeat)));
    call(called, "page", () -> EXPLAINED.messages().page(chat, 1, 20));
    call(called, "before", () -> EXPLAINED.messages().before(chat, last.id(), 20));
    MessageId first = messages.get(messages.size() - 60).id();
    call(called, "after", () -> EXPLAINED.messages().after(chat, first, 20));
    call(called, "find", () -> EXPLAINED.messages().find(chat, first));
    Preview preview = new LinkPreview("https://example.com/", "Title", null);
    call(called, "attach", () -> EXPLAINED.messages().attach(last, preview, eventsOf(last)));
    call(called, "contains", () -> EXPLAINED.messages().contains(chat, first));
    call(called, "add", () -> EXPLAINED.outbox().add(eventsOf(last)));
    List<Outbox.Entry> entries = EXPLAINED.outbox().oldest(500);
    called.add("oldest");
    call(called, "bury", () -> EXPLAINED.outbox().bury(entries.get(0).position(), "test"));
    call(called, "remove", () -> EXPLAINED.outbox().remove(List.of(entries.get(1).position())));
    call(called, "waiting", () -> EXPLAINED.outbox().waiting());
    Duration length = Duration.ofSeconds(5);
    call(called, "acquire", () -> EXPLAINED.leases().acquire("plan", "one", length));
    call(called, "release", () -> EXPLAINED.leases().release("plan", "one"));
    return called;
  }

  private static void call(Set<String> called, String method, Runnable call) {
    call.run();
    called.add(method);
  }

  private static Set<String> everyMethod() {
    return Stream.of(StoreEngine.class.getMethods())
        .map(Method::getReturnType)
        .filter(Class::isInterface)
        .flatMap(store -> Stream.of(store.getDeclaredMethods()))
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
