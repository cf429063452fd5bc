package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.chat.Chat;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "chat")
class ChatRow {

  @Id UUID id;

  @Column(name = "first_account")
  UUID firstAccount;

  @Column(name = "second_account")
  UUID secondAccount;

  /** Unix milliseconds. */
  long created;

  /** The place of the newest message; 0 without one. Places are dense. */
  @Column(name = "last_seq")
  long lastSeq;

  @Column(name = "last_message_id")
  UUID lastMessageId;

  @Column(name = "last_message_at")
  Long lastMessageAt;

  Chat toChat() {
    return new Chat(
        new ChatId(id), List.of(new AccountId(firstAccount), new AccountId(secondAccount)));
  }
}
