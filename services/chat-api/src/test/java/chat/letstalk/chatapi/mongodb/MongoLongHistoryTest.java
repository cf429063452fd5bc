package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.message.LongHistorySuite;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.store.StoreEngine;
import chat.letstalk.stack.LocalMongoDb;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MongoLongHistoryTest extends LongHistorySuite {

  private static final int BATCH = 5_000;

  /** Of its own: reading so many would hold up other tests. */
  private static final LocalMongoDb SERVER = LocalMongoDb.start(TestMongo.folder());

  private static final MongoEngine ENGINE =
      TestMongo.engine(TestMongo.settings(SERVER.url(), SERVER.database()), List.of());

  @BeforeAll
  static void migrate() {
    ENGINE.migrate();
  }

  @AfterAll
  static void close() {
    ENGINE.close();
    SERVER.close();
  }

  @Override
  protected StoreEngine engine() {
    return ENGINE;
  }

  @Override
  protected void fill(ChatId chat, AccountId sender, int count) {
    Collections collections = ENGINE.collections();
    Tail tail = Tail.start(chat.value());
    List<Document> documents = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      Message message = message(chat, sender, Integer.toString(n));
      tail = tail.next(message, NOW);
      documents.add(MessageDocument.of(message, tail, List.of()));
      if (documents.size() == BATCH || n == count) {
        collections.message().insertMany(documents);
        documents.clear();
      }
    }
    new ToldChats(collections).tell(List.of(tail));
  }
}
