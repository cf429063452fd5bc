package chat.letstalk.chatapi.store;

import chat.letstalk.chatapi.mongodb.MongoEngine;
import chat.letstalk.chatapi.mongodb.TestMongo;

class CachedReplicasOnMongoDbTest extends CachedReplicasTest {

  private static final MongoEngine ENGINE = TestMongo.newEngine();

  @Override
  protected StoreEngine database() {
    return ENGINE;
  }
}
