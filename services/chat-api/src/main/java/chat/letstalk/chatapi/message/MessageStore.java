package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.outbox.PendingEvent;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the messages. Messages of a chat have one order, that in which they were stored; every list
 * is in it, oldest first. Every method is atomic and durable once it returns; implementations are
 * thread-safe and throw {@link chat.letstalk.chatapi.problem.StoreUnavailable} when the engine is
 * away.
 */
public interface MessageStore {

  /**
   * Stores a message together with the events that are to follow from it: both or neither.
   *
   * @param message its chat must exist
   * @param events published in this order, after all events of earlier messages of the chat
   * @return the message; or, when the sender has used its client message id before, the first
   *     message with that id, and nothing is stored
   */
  Message add(Message message, List<PendingEvent> events);

  /**
   * A page of history. Costs the same for every page.
   *
   * @param page 0 for the newest messages
   * @param size messages a page
   * @return empty beyond the first message
   */
  List<Message> page(ChatId chat, int page, int size);

  /**
   * The messages right before a message.
   *
   * @return empty when there is none, or the message is not in the chat
   */
  List<Message> before(ChatId chat, MessageId message, int size);

  /**
   * The messages right after a message.
   *
   * @return empty when there is none, or the message is not in the chat
   */
  List<Message> after(ChatId chat, MessageId message, int size);

  /** The message with this id, if the chat has it. */
  Optional<Message> find(ChatId chat, MessageId message);

  /**
   * Stores a preview with its message, together with the events that are to follow from that: both
   * or neither. A message that has a preview of this kind already stays as it is.
   *
   * @param message stored before
   * @param events published after all events that were stored with the message
   * @return whether anything was stored
   */
  boolean attach(Message message, Preview preview, List<PendingEvent> events);

  /** Whether the chat has this message. */
  boolean contains(ChatId chat, MessageId message);
}
