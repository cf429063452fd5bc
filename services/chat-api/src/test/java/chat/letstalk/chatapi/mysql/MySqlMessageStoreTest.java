package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.message.MessageStoreSuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MySqlMessageStoreTest extends MessageStoreSuite {

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }
}
