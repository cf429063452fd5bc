package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.account.AccountType;
import chat.letstalk.chatapi.id.AccountId;
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

  /** Unix milliseconds. */
  long created;

  static AccountRow of(Account account) {
    AccountRow row = new AccountRow();
    row.id = account.id().value();
    row.type = account.type().number();
    row.externalId = account.externalId();
    row.email = account.email();
    row.firstName = account.firstName();
    row.lastName = account.lastName();
    row.photoUrl = account.photoUrl();
    row.created = account.created().toEpochMilli();
    return row;
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
        Instant.ofEpochMilli(created));
  }
}
