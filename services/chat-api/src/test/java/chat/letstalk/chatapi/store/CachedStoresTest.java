package chat.letstalk.chatapi.store;

import chat.letstalk.chatapi.account.AccountStoreSuite;
import chat.letstalk.chatapi.chat.ChatStoreSuite;
import chat.letstalk.chatapi.message.MessageStoreSuite;
import chat.letstalk.chatapi.message.PreviewStoreSuite;
import chat.letstalk.chatapi.mysql.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What every store promises holds behind caches. */
@TestInstance(Lifecycle.PER_CLASS)
class CachedStoresTest {

  private CachedReplicas replicas;

  /** The database behind the caches. */
  protected StoreEngine database() {
    return TestDatabase.engine();
  }

  @BeforeAll
  void start() {
    replicas = new CachedReplicas(database());
  }

  @AfterAll
  void stop() {
    replicas.close();
  }

  @Nested
  class Accounts extends AccountStoreSuite {
    @Override
    protected StoreEngine engine() {
      return replicas.one;
    }
  }

  @Nested
  class Chats extends ChatStoreSuite {
    @Override
    protected StoreEngine engine() {
      return replicas.one;
    }
  }

  @Nested
  class Messages extends MessageStoreSuite {
    @Override
    protected StoreEngine engine() {
      return replicas.one;
    }
  }

  @Nested
  class Previews extends PreviewStoreSuite {
    @Override
    protected StoreEngine engine() {
      return replicas.one;
    }
  }
}
