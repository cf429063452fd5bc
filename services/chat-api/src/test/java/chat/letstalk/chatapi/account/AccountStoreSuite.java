package chat.letstalk.chatapi.account;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.store.StoreSuite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every engine's accounts promise. */
public abstract class AccountStoreSuite extends StoreSuite {

  @Test
  void an_account_comes_back_as_it_was_stored() {
    Account stored = engine().accounts().getOrCreate(newcomer());
    assertThat(engine().accounts().find(stored.id())).contains(stored);
  }

  @Test
  void the_same_identity_is_the_same_account() {
    Account first = engine().accounts().getOrCreate(newcomer());
    Account again =
        new Account(
            new AccountId(Uuids.next()),
            first.type(),
            first.externalId(),
            null,
            null,
            null,
            null,
            NOW);
    assertThat(engine().accounts().getOrCreate(again)).isEqualTo(first);
  }

  @Test
  void first_logins_at_the_same_moment_make_one_account() throws Exception {
    String email = newcomer().email();
    List<Account> accounts =
        atOnce(
            8,
            () ->
                engine()
                    .accounts()
                    .getOrCreate(
                        new Account(
                            new AccountId(Uuids.next()),
                            AccountType.EMAIL,
                            email,
                            email,
                            null,
                            null,
                            null,
                            NOW)));
    assertThat(accounts).hasSize(8).containsOnly(accounts.get(0));
  }

  @Test
  void a_new_name_is_kept_exactly() {
    AccountId id = somebody();
    Account renamed = engine().accounts().rename(id, "Zoë 😀", "O'Hara").orElseThrow();
    assertThat(renamed.firstName()).isEqualTo("Zoë 😀");
    assertThat(engine().accounts().find(id)).contains(renamed);
  }

  @Test
  void nobody_cannot_be_renamed() {
    assertThat(engine().accounts().rename(new AccountId(Uuids.next()), "A", "B")).isEmpty();
  }

  @Test
  void others_are_all_with_a_name_but_oneself() {
    AccountId me = somebody();
    AccountId named = somebody();
    AccountId nameless = somebody();
    engine().accounts().rename(me, "Me", "Myself");
    engine().accounts().rename(named, "Some", "Body");
    assertThat(engine().accounts().others(me))
        .extracting(Account::id)
        .contains(named)
        .doesNotContain(me, nameless);
  }
}
