package chat.letstalk.delivery;

/**
 * What a service does with an event: one of its use cases.
 *
 * @param <T> the event's type
 */
@FunctionalInterface
public interface EventHandler<T> {

  /**
   * Handles an event, which may be a repeat of one that was handled before.
   *
   * @param event never null
   * @throws PermanentFailure when this event will never be handled, however often it comes
   * @throws RuntimeException when the same event may be handled later
   */
  void handle(T event);
}
