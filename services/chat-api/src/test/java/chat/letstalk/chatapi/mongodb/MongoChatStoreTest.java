package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.chat.ChatStoreSuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MongoChatStoreTest extends ChatStoreSuite {

  private static final MongoEngine ENGINE = TestMongo.newEngine();

  @Override
  protected StoreEngine engine() {
    return ENGINE;
  }
}
