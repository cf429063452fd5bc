package chat.letstalk.chatapi.mysql;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "chat_member")
class MemberRow {

  @Embeddable
  record Key(@Column(name = "account_id") UUID accountId, @Column(name = "chat_id") UUID chatId) {}

  @EmbeddedId Key key;

  @Column(name = "other_id")
  UUID otherId;

  /** Everything up to this place is read. */
  @Column(name = "read_seq")
  long readSeq;
}
