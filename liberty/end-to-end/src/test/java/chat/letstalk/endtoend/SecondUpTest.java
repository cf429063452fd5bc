package chat.letstalk.endtoend;

import org.junit.jupiter.api.Test;

/** The stack as people run it, after a power cut. */
class SecondUpTest extends TheFlow {

  SecondUpTest() {
    super(Stack.allInOne());
  }

  @Test
  void a_second_up_after_everything_was_killed_comes_back_with_all_data() {
    everybodyStopsWriting();
    stack.killsEverything();
    stack.upAgain();
    // At once: whoever sent the mails before never told Kafka that he is gone.
    Person.signedIn(stack, "Newcomer").close();
    everybodyIsWhoHeWas();
    everybodyListensAgain();
    everythingAcknowledgedIsThere();
  }
}
