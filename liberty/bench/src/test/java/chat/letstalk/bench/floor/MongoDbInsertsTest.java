package chat.letstalk.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.bench.load.Batch;
import chat.letstalk.stack.LocalMongoDb;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoDbInsertsTest {

  @TempDir Path data;

  @Test
  void each_stores_a_document_and_nothing_is_left_behind() {
    try (LocalMongoDb mongoDb = LocalMongoDb.start(data);
        MongoClient client = MongoClients.create(mongoDb.url())) {
      try (MongoDbInserts inserts = MongoDbInserts.on(mongoDb.url(), 4, "some words")) {
        Batch.of("Inserting", 20, 4, n -> inserts.start());
        var stored = client.getDatabase(MongoDbInserts.DATABASE).getCollection("message");
        assertThat(stored.countDocuments()).isEqualTo(20);
        assertThat(stored.find().first()).containsEntry("text", "some words");
        assertThat(inserts.database()).contains("stand-in");
      }
      List<String> databases = client.listDatabaseNames().into(new ArrayList<>());
      assertThat(databases).doesNotContain(MongoDbInserts.DATABASE);
    }
  }
}
