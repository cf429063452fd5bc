package chat.letstalk.chatapi.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What MongoDB promises of a single document, and our stand-in for it does not by itself. */
class WholeDocumentsTest {

  private static final int FIELDS = 200;
  private static final int CHANGES = 1_500;

  @Test
  void a_document_is_read_as_it_was_before_a_change_or_after_it() {
    String database = TestMongo.newDatabase();
    try (MongoClient client = MongoClients.create(TestMongo.settings(database).url())) {
      MongoCollection<Document> documents = client.getDatabase(database).getCollection("whole");
      documents.insertOne(allFieldsAre(0).append("_id", 1));
      CompletableFuture<Void> changes =
          CompletableFuture.runAsync(
              () -> {
                for (int n = 1; n <= CHANGES; n++) {
                  documents.updateOne(
                      new Document("_id", 1), new Document("$set", allFieldsAre(n)));
                }
              });
      while (!changes.isDone()) {
        Document read = documents.find().first();
        read.remove("_id");
        assertThat(new HashSet<>(read.values())).hasSize(1);
      }
      changes.join();
    }
  }

  private static Document allFieldsAre(int value) {
    Document document = new Document();
    for (int field = 0; field < FIELDS; field++) {
      document.append("field" + field, value);
    }
    return document;
  }
}
