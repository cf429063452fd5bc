package chat.letstalk.chatapi.account;

import static chat.letstalk.chatapi.image.StandInFileStorage.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.image.StandInFileStorage;
import chat.letstalk.chatapi.mysql.TestDatabase;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.chatapi.store.StoreEngine;
import chat.letstalk.chatapi.store.StoreSuite;
import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.ImageRemoval;
import chat.letstalk.delivery.EventJson;
import chat.letstalk.filestorage.client.SentImage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateProfileTest extends StoreSuite {

  private static StandInFileStorage fileStorage;

  private final UpdateProfile updateProfile =
      new UpdateProfile(engine().accounts(), fileStorage.shareImage());
  private final ReadProfile readProfile = new ReadProfile(engine().accounts());
  private final ListContacts listContacts = new ListContacts(engine().accounts());

  @BeforeAll
  static void open() {
    fileStorage = new StandInFileStorage();
  }

  @AfterAll
  static void close() {
    fileStorage.close();
  }

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }

  @Test
  void a_new_name_is_seen_by_oneself_and_by_others() {
    AccountId alice = somebody();
    AccountId bob = somebody();
    assertThat(listContacts.of(bob)).extracting(Account::id).doesNotContain(alice);
    Account renamed = rename(alice, "  Zoë 😀 ", "O'Hara <b>");
    assertThat(renamed.firstName()).isEqualTo("Zoë 😀");
    assertThat(readProfile.of(alice)).isEqualTo(renamed);
    assertThat(listContacts.of(bob)).contains(renamed);
    assertThat(listContacts.of(alice)).doesNotContain(renamed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0000b", "\u202Eecila", "a\u2066b", "a\u007Fb"})
  void a_name_that_would_spoil_what_stands_beside_it_is_refused(String name) {
    AccountId alice = somebody();
    assertThatThrownBy(() -> rename(alice, name, "Jones"))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.field()).isEqualTo("firstName"));
    assertThatThrownBy(() -> rename(alice, "Alice", name))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.field()).isEqualTo("lastName"));
    assertThat(readProfile.of(alice).firstName()).isNull();
  }

  @Test
  void an_account_that_is_gone_is_not_found() {
    AccountId nobody = new AccountId(Uuids.next());
    assertThatThrownBy(() -> readProfile.of(nobody)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> rename(nobody, "A", "B")).isInstanceOf(NotFound.class);
  }

  @Test
  void an_avatar_is_seen_by_everybody_and_stays_until_there_is_another() {
    AccountId alice = somebody();
    Account shown = show(alice, uploaded("a1", alice));
    assertThat(shown.avatar()).isEqualTo(new Image("a1", 1));
    assertThat(fileStorage.audienceOf("a1")).isEqualTo(StandInFileStorage.EVERYBODY);
    assertThat(rename(alice, "Alice", "Smith").avatar()).isEqualTo(shown.avatar());
    assertThat(readProfile.of(alice).avatar()).isEqualTo(shown.avatar());
    assertThat(removals()).doesNotContain("a1");
  }

  @Test
  void an_avatar_that_is_replaced_is_removed_once() throws Exception {
    AccountId alice = somebody();
    show(alice, uploaded("b1", alice));
    atOnce(4, () -> show(alice, uploaded("b2", alice)));
    assertThat(readProfile.of(alice).avatar()).isEqualTo(new Image("b2", 1));
    assertThat(removals()).containsOnlyOnce("b1").doesNotContain("b2");
  }

  @Test
  void somebody_elses_picture_is_no_avatar() {
    AccountId alice = somebody();
    show(alice, uploaded("c1", alice));
    assertThatThrownBy(() -> show(alice, uploaded("c2", somebody())))
        .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.field()).isEqualTo("image"))
        .hasMessage("The picture's signature is wrong.");
    assertThat(readProfile.of(alice).avatar()).isEqualTo(new Image("c1", 1));
  }

  private Account rename(AccountId account, String firstName, String lastName) {
    return updateProfile.to(account, new ProfileDraft(firstName, lastName, null));
  }

  private Account show(AccountId account, SentImage avatar) {
    return updateProfile.to(account, new ProfileDraft("Alice", "Jones", avatar));
  }

  private List<String> removals() {
    return engine().outbox().oldest(100_000).stream()
        .map(Outbox.Entry::event)
        .filter(event -> event.channel().equals(Channels.IMAGE_REMOVALS))
        .map(event -> EventJson.read(event.body(), ImageRemoval.class).imageId())
        .toList();
  }
}
