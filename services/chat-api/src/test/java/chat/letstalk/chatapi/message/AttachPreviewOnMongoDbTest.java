package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.mongodb.MongoEngine;
import chat.letstalk.chatapi.mongodb.TestMongo;
import chat.letstalk.chatapi.store.StoreEngine;

class AttachPreviewOnMongoDbTest extends AttachPreviewTest {

  private static final MongoEngine ENGINE = TestMongo.newEngine();

  @Override
  protected StoreEngine engine() {
    return ENGINE;
  }
}
