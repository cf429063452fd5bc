package chat.letstalk.chatapi.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.account.AccountChange;
import chat.letstalk.chatapi.account.AccountStore;
import chat.letstalk.chatapi.account.RememberedAccounts;
import chat.letstalk.chatapi.chat.RememberedChats;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.problem.StoreUnavailable;
import chat.letstalk.chatapi.store.StoreEngine;
import chat.letstalk.chatapi.store.StoreSuite;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a replica still knows when its database goes away. */
class RememberedTest extends StoreSuite {

  /** Nothing listens there. */
  private static final String GONE = "jdbc:mysql://127.0.0.1:1/letstalk";

  private final MysqlDataSource database = ownDataSource();
  private final MySqlEngine engine = TestDatabase.engineOn(database);
  private final RememberedAccounts accounts = new RememberedAccounts(engine.accounts());
  private final RememberedChats chats = new RememberedChats(engine.chats());

  @Override
  protected StoreEngine engine() {
    return engine;
  }

  @Test
  void an_account_is_as_it_was_seen_last() {
    AccountId alice = accounts.getOrCreate(newcomer()).id();
    Account renamed = rename(accounts, alice);
    database.setUrl(GONE);
    assertThat(accounts.find(alice)).contains(renamed);
  }

  @Test
  void an_account_that_was_never_seen_is_not_made_up() {
    AccountId alice = somebody();
    database.setUrl(GONE);
    assertThatThrownBy(() -> accounts.find(alice)).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> accounts.find(new AccountId(Uuids.next())))
        .isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void while_the_database_is_there_an_account_is_what_others_made_of_it() {
    AccountId alice = accounts.getOrCreate(newcomer()).id();
    Account elsewhere = rename(TestDatabase.engine().accounts(), alice);
    assertThat(accounts.find(alice)).contains(elsewhere);
  }

  @Test
  void the_members_of_a_busy_chat_cost_no_look_up() {
    AccountId alice = somebody();
    AccountId bob = somebody();
    AccountId mallory = somebody();
    ChatId chat = chatOf(alice, bob);
    var known = chats.ofMember(chat, alice);
    database.setUrl(GONE);
    assertThat(chats.ofMember(chat, alice)).isEqualTo(known).isPresent();
    assertThat(chats.ofMember(chat, bob)).isEqualTo(known);
    assertThat(chats.ofMember(chat, mallory)).isEmpty();
  }

  @Test
  void a_chat_that_is_not_there_yet_is_found_as_soon_as_it_is() {
    AccountId alice = somebody();
    AccountId bob = somebody();
    ChatId candidate = new ChatId(Uuids.next());
    assertThat(chats.ofMember(candidate, alice)).isEmpty();
    chats.getOrCreate(candidate, alice, bob, NOW);
    assertThat(chats.ofMember(candidate, alice)).isPresent();
  }

  private static Account rename(AccountStore accounts, AccountId id) {
    return accounts.update(id, RememberedTest::renamed).orElseThrow();
  }

  private static AccountChange renamed(Account old) {
    return new AccountChange(
        new Account(
            old.id(),
            old.type(),
            old.externalId(),
            old.email(),
            "Alice",
            "Jones",
            old.photoUrl(),
            old.avatar(),
            old.created()),
        List.of());
  }

  private static MysqlDataSource ownDataSource() {
    MysqlDataSource known = TestDatabase.dataSource();
    MysqlDataSource own = new MysqlDataSource();
    own.setUrl(known.getUrl());
    own.setUser(known.getUser());
    own.setPassword(known.getPassword());
    return own;
  }
}
