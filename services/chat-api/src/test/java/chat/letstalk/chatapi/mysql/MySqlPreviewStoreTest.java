package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.message.PreviewStoreSuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MySqlPreviewStoreTest extends PreviewStoreSuite {

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }
}
