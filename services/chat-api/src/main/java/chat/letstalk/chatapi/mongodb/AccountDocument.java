package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.account.AccountType;
import chat.letstalk.chatapi.id.AccountId;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.Document;

/** An account as it is stored. */
final class AccountDocument {

  static final String TYPE = "type";
  static final String EXTERNAL_ID = "externalId";

  /** Grows with each change, so that a change finds out when another was quicker. */
  static final String VERSION = "version";

  /** The names as people are sorted by; there once the profile is filled in. */
  static final String SORTED_BY = "sortedBy";

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private AccountDocument() {}

  static Document of(Account account) {
    return profileOf(account)
        .append("_id", account.id().value())
        .append(TYPE, account.type().number())
        .append(EXTERNAL_ID, account.externalId())
        .append("email", account.email())
        .append("photoUrl", account.photoUrl())
        .append("created", account.created().toEpochMilli())
        .append(VERSION, 0L);
  }

  /** What an account can change. */
  static Document profileOf(Account account) {
    return new Document("firstName", account.firstName())
        .append("lastName", account.lastName())
        .append(SORTED_BY, sortedBy(account))
        .append("avatar", account.avatar() == null ? null : MessageDocument.of(account.avatar()));
  }

  /** Engines differ in what they know of alphabets: accents and case are taken away here. */
  private static String sortedBy(Account account) {
    return account.lastName() == null
        ? null
        : plain(account.lastName()) + "\n" + plain(String.valueOf(account.firstName()));
  }

  private static String plain(String name) {
    return MARKS
        .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  static Account toAccount(Document document) {
    return new Account(
        new AccountId(document.get("_id", UUID.class)),
        AccountType.of(document.getInteger(TYPE)),
        document.getString(EXTERNAL_ID),
        document.getString("email"),
        document.getString("firstName"),
        document.getString("lastName"),
        document.getString("photoUrl"),
        MessageDocument.imageOf(document.get("avatar", Document.class)),
        Instant.ofEpochMilli(document.getLong("created")));
  }
}
