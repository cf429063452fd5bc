package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.account.AccountStoreSuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MongoAccountStoreTest extends AccountStoreSuite {

  private static final MongoEngine ENGINE = TestMongo.newEngine();

  @Override
  protected StoreEngine engine() {
    return ENGINE;
  }
}
