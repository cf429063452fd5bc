package chat.letstalk.endtoend;

/** All services in one server. */
class AllInOneSharedPicturesTest extends TheSharedPictures {

  AllInOneSharedPicturesTest() {
    super(Stack.allInOne());
  }
}
