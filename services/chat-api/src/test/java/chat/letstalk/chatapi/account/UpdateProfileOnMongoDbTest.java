package chat.letstalk.chatapi.account;

import chat.letstalk.chatapi.mongodb.MongoEngine;
import chat.letstalk.chatapi.mongodb.TestMongo;
import chat.letstalk.chatapi.store.StoreEngine;

class UpdateProfileOnMongoDbTest extends UpdateProfileTest {

  private static final MongoEngine ENGINE = TestMongo.newEngine();

  @Override
  protected StoreEngine engine() {
    return ENGINE;
  }
}
