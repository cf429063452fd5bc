package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.outbox.LeaseStoreSuite;
import chat.letstalk.chatapi.store.StoreEngine;

class MySqlLeaseStoreTest extends LeaseStoreSuite {

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }
}
