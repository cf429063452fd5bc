package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.account.AccountStoreSuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MySqlAccountStoreTest extends AccountStoreSuite {

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }
}
