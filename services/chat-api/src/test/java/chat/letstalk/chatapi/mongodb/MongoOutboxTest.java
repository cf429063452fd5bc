package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.outbox.OutboxSuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MongoOutboxTest extends OutboxSuite {

  private static final MongoEngine ENGINE = TestMongo.newEngine();

  @Override
  protected StoreEngine engine() {
    return ENGINE;
  }
}
