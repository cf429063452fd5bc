package chat.letstalk.endtoend;

/**
 * What {@link FaultsTest} shows of MariaDB and Kafka, of MongoDB, SNS and SQS, and Redis. The
 * stand-in for MongoDB may lose its last 50 ms when it is killed, so it is ended properly; the one
 * for SNS and SQS forgets everything when it ends, so it is frozen instead.
 */
final class FlowOnOtherEngines extends TheFlow {

  FlowOnOtherEngines(Stack stack) {
    super(stack);
  }

  void nothing_acknowledged_is_lost_whatever_is_away() {
    messages_flow_in_two_chats();
    try {
      stack.restarts(Part.MONGODB);
      everybodyGetsSomeMoreThrough();
      stack.kills(Part.REDIS);
      stack.restarts(Part.REDIS);
      everybodyGetsSomeMoreThrough();
      stack.freezes(Part.AWS);
      everybodyGetsSomeMoreThrough();
      stack.thaws(Part.AWS);
      everybodyGetsSomeMoreThrough();
      everybodyStopsWriting();
      everythingAcknowledgedIsThere();
    } finally {
      end();
    }
  }
}
