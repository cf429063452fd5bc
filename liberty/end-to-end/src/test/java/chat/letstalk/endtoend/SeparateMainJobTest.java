package chat.letstalk.endtoend;

/** One Liberty server per service. */
class SeparateMainJobTest extends TheMainJob {

  SeparateMainJobTest() {
    super(Stack.separate());
  }
}
