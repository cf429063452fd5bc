package chat.letstalk.chatapi.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.function.Consumer;
import org.bson.Document;

/** The same documents twice, in a database of their own: one collection may be given indexes. */
final class TwinCollections implements AutoCloseable {

  private final String database = TestMongo.newDatabase();
  private final MongoClient client = MongoClients.create(TestMongo.settings(database).url());
  private final MongoCollection<Document> indexed = collection("indexed");
  private final MongoCollection<Document> plain = collection("plain");

  private MongoCollection<Document> collection(String name) {
    return client.getDatabase(database).getCollection(name);
  }

  MongoCollection<Document> indexed() {
    return indexed;
  }

  MongoCollection<Document> plain() {
    return plain;
  }

  void both(Consumer<MongoCollection<Document>> action) {
    action.accept(indexed);
    action.accept(plain);
  }

  @Override
  public void close() {
    client.close();
  }
}
