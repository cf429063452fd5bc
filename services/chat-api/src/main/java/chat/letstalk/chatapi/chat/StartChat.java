package chat.letstalk.chatapi.chat;

import chat.letstalk.chatapi.account.AccountStore;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.scope.Shared;
import jakarta.inject.Inject;
import java.time.Clock;

/** Gives two people their chat: the same one for every repetition, whoever asks. */
@Shared
public class StartChat {

  private static final String FIELD = "accountId";

  private final AccountStore accounts;
  private final ChatStore chats;
  private final Clock clock;

  @Inject
  public StartChat(AccountStore accounts, ChatStore chats, Clock clock) {
    this.accounts = accounts;
    this.chats = chats;
    this.clock = clock;
  }

  /**
   * @param otherId as it came from the client
   * @throws InvalidInput when that is nobody, or the caller
   */
  public ChatId with(AccountId caller, String otherId) {
    AccountId other =
        AccountId.parse(otherId)
            .filter(id -> accounts.find(id).isPresent())
            .orElseThrow(() -> new InvalidInput(FIELD, "There is no such person"));
    if (other.equals(caller)) {
      throw new InvalidInput(FIELD, "A chat with oneself is not possible");
    }
    return chats.getOrCreate(new ChatId(Uuids.next()), caller, other, clock.instant());
  }
}
