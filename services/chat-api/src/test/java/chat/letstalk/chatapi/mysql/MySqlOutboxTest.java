package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.outbox.OutboxSuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MySqlOutboxTest extends OutboxSuite {

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }
}
