package chat.letstalk.chatapi.account;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.chatapi.store.StoreSuite;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
                            null,
                            NOW)));
    assertThat(accounts).hasSize(8).containsOnly(accounts.get(0));
  }

  @Test
  void a_new_profile_is_kept_exactly() {
    AccountId id = somebody();
    Image avatar = new Image("picture", 2);
    Account changed = change(id, old -> old.with("Zoë 😀", "O'Hara", avatar)).orElseThrow();
    assertThat(changed.firstName()).isEqualTo("Zoë 😀");
    assertThat(changed.avatar()).isEqualTo(avatar);
    assertThat(engine().accounts().find(id)).contains(changed);
  }

  @Test
  void events_are_stored_with_the_change_that_they_follow_from() {
    AccountId id = somebody();
    PendingEvent event =
        new PendingEvent(id.toString(), "image-removals", "picture", "{}", Map.of());
    engine().accounts().update(id, old -> new AccountChange(old, List.of(event)));
    assertThat(engine().outbox().oldest(10_000)).extracting(Outbox.Entry::event).contains(event);
  }

  @Test
  void of_changes_at_the_same_moment_each_sees_what_the_one_before_it_made() throws Exception {
    AccountId id = somebody();
    change(id, old -> old.with("A", "B", null));
    atOnce(6, () -> change(id, old -> old.with(old.firstName() + "+", "B", null)));
    assertThat(engine().accounts().find(id).orElseThrow().firstName()).isEqualTo("A++++++");
  }

  @Test
  void nobody_cannot_be_changed() {
    assertThat(change(new AccountId(Uuids.next()), old -> old)).isEmpty();
  }

  private Optional<Account> change(AccountId id, UnaryOperator<Account> change) {
    return engine().accounts().update(id, old -> new AccountChange(change.apply(old), List.of()));
  }

  @Test
  void others_are_all_with_a_name_but_oneself() {
    AccountId me = somebody();
    AccountId named = somebody();
    AccountId nameless = somebody();
    change(me, old -> old.with("Me", "Myself", null));
    change(named, old -> old.with("Some", "Body", null));
    assertThat(engine().accounts().others(me))
        .extracting(Account::id)
        .contains(named)
        .doesNotContain(me, nameless);
  }
}
