package chat.letstalk.endtoend;

/** One Liberty server per service; pages are looked at by a function. */
class SeparateLinksTest extends TheLinks {

  SeparateLinksTest() {
    super(Stack.separate());
  }
}
