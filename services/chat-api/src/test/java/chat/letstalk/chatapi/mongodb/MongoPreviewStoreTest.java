package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.message.PreviewStoreSuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MongoPreviewStoreTest extends PreviewStoreSuite {

  private static final MongoEngine ENGINE = TestMongo.newEngine();

  @Override
  protected StoreEngine engine() {
    return ENGINE;
  }
}
