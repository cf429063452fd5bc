package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.account.AccountType;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.image.Image;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "account")
class AccountRow {

  @Id UUID id;
  int type;

  @Column(name = "external_id")
  String externalId;

  String email;

  @Column(name = "first_name")
  String firstName;

  @Column(name = "last_name")
  String lastName;

  @Column(name = "photo_url")
  String photoUrl;

  @Column(name = "avatar_id")
  String avatarId;

  @Column(name = "avatar_storage")
  Integer avatarStorage;

  /** Unix milliseconds. */
  long created;

  static AccountRow of(Account account) {
    AccountRow row = new AccountRow();
    row.id = account.id().value();
    row.type = account.type().number();
    row.externalId = account.externalId();
    row.email = account.email();
    row.photoUrl = account.photoUrl();
    row.show(account);
    row.created = account.created().toEpochMilli();
    return row;
  }

  /** Takes over what an account can change. */
  void show(Account account) {
    Image avatar = account.avatar();
    firstName = account.firstName();
    lastName = account.lastName();
    avatarId = avatar == null ? null : avatar.id();
    avatarStorage = avatar == null ? null : avatar.fileStorageTypeId();
  }

  Account toAccount() {
    return new Account(
        new AccountId(id),
        AccountType.of(type),
        externalId,
        email,
        firstName,
        lastName,
        photoUrl,
        avatarId == null ? null : new Image(avatarId, avatarStorage),
        Instant.ofEpochMilli(created));
  }
}
