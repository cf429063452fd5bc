package chat.letstalk.notification.connection;

import chat.letstalk.notification.identity.Identity;
import java.util.function.Consumer;

/** Where connections go that are to hear the events of an account. */
public interface Audience {

  /**
   * Lets a connection hear the account's events, beginning with those that it missed, in order and
   * without a gap to those that follow.
   *
   * @param answer told before the first event whether all that was missed follows
   */
  void join(HubConnection connection, Identity identity, Since since, Consumer<Boolean> answer);
}
