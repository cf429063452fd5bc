package chat.letstalk.endtoend;

import java.util.List;

/**
 * What {@link FaultsTest} shows of the services, of what they stand on, whichever that is. While a
 * broker or a cache is away people go on writing; while the store is, they repeat until it is back.
 */
final class FlowUnderFaults extends TheFlow {

  FlowUnderFaults(Stack stack) {
    super(stack);
  }

  /**
   * @param engines which go away one after the other, and come back
   */
  void nothing_acknowledged_is_lost_whatever_is_away(List<Part> engines) {
    messages_flow_in_two_chats();
    try {
      engines.forEach(this::isAwayForAWhile);
      everybodyStopsWriting();
      everythingAcknowledgedIsThere();
    } finally {
      end();
    }
  }

  /**
   * Killed, but for two stand-ins: the one for MongoDB may lose its last 50 ms then, so it is ended
   * properly; the one for SNS and SQS forgets everything when it ends, so it is frozen instead.
   */
  private void isAwayForAWhile(Part engine) {
    switch (engine) {
      case DATABASE -> {
        stack.kills(engine);
        stack.restarts(engine);
      }
      case MONGODB -> stack.restarts(engine);
      case AWS -> {
        stack.freezes(engine);
        everybodyGetsSomeMoreThrough();
        stack.thaws(engine);
      }
      default -> {
        stack.kills(engine);
        everybodyGetsSomeMoreThrough();
        stack.restarts(engine);
      }
    }
    everybodyGetsSomeMoreThrough();
  }
}
