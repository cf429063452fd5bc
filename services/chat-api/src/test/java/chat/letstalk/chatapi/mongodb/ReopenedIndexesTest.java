package chat.letstalk.chatapi.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.stack.LocalMongoDb;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.Test;

/** The indexes of our stand-in for MongoDB are in memory, and its documents in a file. */
class ReopenedIndexesTest {

  private final Path folder = TestMongo.folder();

  /** Whoever looks them up finds them in the order of the index, however they are stored. */
  @Test
  void a_server_that_starts_again_takes_in_what_is_in_its_file() {
    withServer(
        documents -> {
          documents.createIndex(new Document("chat", 1).append("seq", 1));
          documents.createIndex(new Document("due", 1));
          for (int n = 1; n <= 9; n++) {
            documents.insertOne(
                new Document("_id", n).append("chat", "one").append("seq", -n).append("due", -n));
          }
        });
    withServer(
        documents -> {
          documents.insertOne(
              new Document("_id", 10).append("chat", "one").append("seq", -7).append("due", 7));
          assertThat(documents.find(where("seq").append("chat", "one")).map(this::id))
              .containsExactly(9, 8, 7, 10, 6, 5);
          assertThat(documents.find(where("due")).map(this::id)).containsExactly(9, 8, 7, 6, 5);
        });
  }

  /**
   * Numbers are equal by their value, and who has no value has the same as others who have none.
   */
  @Test
  void a_server_that_starts_again_knows_what_is_unique() {
    UUID chat = UUID.randomUUID();
    withServer(
        documents -> {
          documents.createIndex(
              new Document("chat", 1).append("seq", 1), new IndexOptions().unique(true));
          documents.insertOne(new Document("chat", chat).append("seq", 1L));
          documents.insertOne(new Document("chat", chat));
        });
    withServer(
        documents -> {
          assertThatThrownBy(() -> documents.insertOne(new Document("chat", chat).append("seq", 1)))
              .hasMessageContaining("E11000");
          assertThatThrownBy(() -> documents.insertOne(new Document("chat", chat)))
              .hasMessageContaining("E11000");
          documents.deleteOne(new Document("chat", chat).append("seq", 1));
          documents.insertOne(new Document("chat", chat).append("seq", 1.0));
          assertThat(documents.countDocuments()).isEqualTo(2);
        });
  }

  private static Document where(String field) {
    return new Document(field, new Document("$lt", -4));
  }

  private int id(Document document) {
    return document.getInteger("_id");
  }

  private void withServer(Consumer<MongoCollection<Document>> action) {
    try (LocalMongoDb server = LocalMongoDb.start(folder);
        MongoClient client = MongoClients.create(settings(server))) {
      action.accept(client.getDatabase("test").getCollection("documents"));
    }
  }

  private static MongoClientSettings settings(LocalMongoDb server) {
    return MongoClientSettings.builder()
        .applyConnectionString(new ConnectionString(server.url()))
        .uuidRepresentation(UuidRepresentation.STANDARD)
        .build();
  }
}
