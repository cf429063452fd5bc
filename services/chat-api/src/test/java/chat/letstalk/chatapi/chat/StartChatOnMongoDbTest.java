package chat.letstalk.chatapi.chat;

import chat.letstalk.chatapi.mongodb.MongoEngine;
import chat.letstalk.chatapi.mongodb.TestMongo;
import chat.letstalk.chatapi.store.StoreEngine;

class StartChatOnMongoDbTest extends StartChatTest {

  private static final MongoEngine ENGINE = TestMongo.newEngine();

  @Override
  protected StoreEngine engine() {
    return ENGINE;
  }
}
