package chat.letstalk.endtoend;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is killed when: an acknowledged message is never lost, never doubled, and is pushed. Of
 * what services stand on {@link EveryCombinationTest} shows it.
 */
class FaultsTest extends TheFlow {

  FaultsTest() {
    super(Stack.separate());
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAT_API", "NOTIFICATION"})
  void nothing_acknowledged_is_lost_when_a_part_is_killed(Part part) {
    stack.kills(part);
    stack.restarts(part);
    everybodyGetsSomeMoreThrough();
    everybodyStopsWriting();
    everythingAcknowledgedIsThere();
  }
}
