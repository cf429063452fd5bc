package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.message.MessageStoreSuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MongoMessageStoreTest extends MessageStoreSuite {

  private static final MongoEngine ENGINE = TestMongo.newEngine();

  @Override
  protected StoreEngine engine() {
    return ENGINE;
  }
}
