package chat.letstalk.endtoend;

/** A server for each service, pictures in S3, previews by the function on Lambda. */
class SeparatePicturesTest extends ThePictures {

  SeparatePicturesTest() {
    super(Stack.separate(), 2);
  }
}
