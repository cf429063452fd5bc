package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.outbox.LeaseStoreSuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MongoLeaseStoreTest extends LeaseStoreSuite {

  private static final MongoEngine ENGINE = TestMongo.newEngine();

  @Override
  protected StoreEngine engine() {
    return ENGINE;
  }
}
