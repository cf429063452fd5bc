package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.chat.ChatStoreSuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MySqlChatStoreTest extends ChatStoreSuite {

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }
}
