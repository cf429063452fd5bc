package chat.letstalk.endtoend;

/** One Liberty server per service. */
class SeparateSharedPicturesTest extends TheSharedPictures {

  SeparateSharedPicturesTest() {
    super(Stack.separate());
  }
}
