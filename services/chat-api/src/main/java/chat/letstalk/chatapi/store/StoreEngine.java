package chat.letstalk.chatapi.store;

import chat.letstalk.chatapi.account.AccountStore;
import chat.letstalk.chatapi.chat.ChatStore;
import chat.letstalk.chatapi.message.MessageStore;
import chat.letstalk.chatapi.outbox.LeaseStore;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.problem.StoreUnavailable;

/**
 * One kind of database with everything that chat-api keeps in it. Implementations are CDI beans
 * named after the value of {@code letstalk.store} that chooses them, and thread-safe.
 */
public interface StoreEngine {

  /**
   * Brings the database to the version that this program needs; several replicas may do so at once.
   *
   * @throws RuntimeException when the database is away or cannot be migrated; call again later
   */
  void migrate();

  /**
   * Asks the database for a sign of life.
   *
   * @throws StoreUnavailable when there is none
   */
  void ping();

  AccountStore accounts();

  ChatStore chats();

  MessageStore messages();

  Outbox outbox();

  LeaseStore leases();
}
