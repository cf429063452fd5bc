package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.outbox.RelaySuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MongoRelayTest extends RelaySuite {

  private static final MongoEngine ENGINE = TestMongo.newEngine();

  @Override
  protected StoreEngine engine() {
    return ENGINE;
  }
}
