package chat.letstalk.chatapi.chat;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.scope.Shared;
import jakarta.inject.Inject;
import java.util.List;

/** Shows somebody his chats. */
@Shared
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
