package chat.letstalk.endtoend;

/** All services in one server. */
class AllInOneLinksTest extends TheLinks {

  AllInOneLinksTest() {
    super(Stack.allInOne());
  }
}
