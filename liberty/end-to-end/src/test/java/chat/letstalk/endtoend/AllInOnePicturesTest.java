package chat.letstalk.endtoend;

/** All services in one server, pictures on its disk. */
class AllInOnePicturesTest extends ThePictures {

  AllInOnePicturesTest() {
    super(Stack.allInOne(), 1);
  }
}
