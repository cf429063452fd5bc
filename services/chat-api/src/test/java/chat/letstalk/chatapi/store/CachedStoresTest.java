package chat.letstalk.chatapi.store;

import chat.letstalk.chatapi.account.AccountStoreSuite;
import chat.letstalk.chatapi.chat.ChatStoreSuite;
import chat.letstalk.chatapi.message.MessageStoreSuite;
import chat.letstalk.chatapi.message.PreviewStoreSuite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** What every store promises holds behind caches. */
class CachedStoresTest {

  private static CachedReplicas replicas;

  @BeforeAll
  static void start() {
    replicas = new CachedReplicas();
  }

  @AfterAll
  static void stop() {
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
