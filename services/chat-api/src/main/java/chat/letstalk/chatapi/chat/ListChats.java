package chat.letstalk.chatapi.chat;

import chat.letstalk.chatapi.id.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Shows somebody his chats. */
@Dependent
public class ListChats {

  private final ChatStore chats;

  @Inject
  public ListChats(ChatStore chats) {
    this.chats = chats;
  }

  /** The one with the newest message first. */
  public List<ChatSummary> of(AccountId account) {
    return chats.listOf(account);
  }
}
