package chat.letstalk.chatapi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.mysql.TestDatabase;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.chatapi.store.StoreEngine;
import chat.letstalk.chatapi.store.StoreSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateProfileTest extends StoreSuite {

  private final UpdateProfile updateProfile = new UpdateProfile(engine().accounts());
  private final ReadProfile readProfile = new ReadProfile(engine().accounts());
  private final ListContacts listContacts = new ListContacts(engine().accounts());

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }

  @Test
  void a_new_name_is_seen_by_oneself_and_by_others() {
    AccountId alice = somebody();
    AccountId bob = somebody();
    assertThat(listContacts.of(bob)).extracting(Account::id).doesNotContain(alice);
    Account renamed = updateProfile.rename(alice, "  Zoë 😀 ", "O'Hara <b>");
    assertThat(renamed.firstName()).isEqualTo("Zoë 😀");
    assertThat(readProfile.of(alice)).isEqualTo(renamed);
    assertThat(listContacts.of(bob)).contains(renamed);
    assertThat(listContacts.of(alice)).doesNotContain(renamed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0000b", "\u202Eecila", "a\u2066b", "a\u007Fb"})
  void a_name_that_would_spoil_what_stands_beside_it_is_refused(String name) {
    AccountId alice = somebody();
    assertThatThrownBy(() -> updateProfile.rename(alice, name, "Jones"))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.field()).isEqualTo("firstName"));
    assertThatThrownBy(() -> updateProfile.rename(alice, "Alice", name))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.field()).isEqualTo("lastName"));
    assertThat(readProfile.of(alice).firstName()).isNull();
  }

  @Test
  void an_account_that_is_gone_is_not_found() {
    AccountId nobody = new AccountId(Uuids.next());
    assertThatThrownBy(() -> readProfile.of(nobody)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> updateProfile.rename(nobody, "A", "B")).isInstanceOf(NotFound.class);
  }
}
