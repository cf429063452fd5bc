package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.outbox.RelaySuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MySqlRelayTest extends RelaySuite {

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }
}
