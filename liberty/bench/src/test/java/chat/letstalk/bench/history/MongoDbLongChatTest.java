package chat.letstalk.bench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.bench.BenchException;
import chat.letstalk.stack.LocalMongoDb;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the stand-in, with a document as chat-api's. */
class MongoDbLongChatTest {

  @TempDir static Path data;
  private static LocalMongoDb mongoDb;
  private static MongoClient client;
  private static MongoDbLongChat longChat;

  @BeforeAll
  static void start() {
    mongoDb = LocalMongoDb.start(data);
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongoDb.url()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    longChat = new MongoDbLongChat(mongoDb.url(), mongoDb.database());
  }

  @AfterAll
  static void end() {
    client.close();
    mongoDb.close();
  }

  private static MongoCollection<Document> collection(String name) {
    return client.getDatabase(mongoDb.database()).getCollection(name);
  }

  @Test
  void a_chat_gets_messages_without_a_hole_that_are_as_the_one_that_was_sent() {
    UUID chat = UUID.randomUUID();
    UUID sender = UUID.randomUUID();
    collection("chat").insertOne(new Document("_id", chat).append("last", new Document("seq", 1L)));
    collection("message").insertOne(sent(chat, sender));

    longChat.fill(chat.toString(), 2_500, place -> "text " + place, place -> {});

    assertThat(collection("message").countDocuments()).isEqualTo(2_500);
    Document copy = collection("message").find(new Document("seq", 2_345L)).first();
    assertThat(copy)
        .containsEntry("text", "text 2345")
        .containsEntry("html", "<p>text 2345</p>")
        .containsEntry("chat", chat)
        .containsEntry("sender", sender)
        .containsEntry("sent", 2_345L)
        .containsEntry("tick", 7_000L + 2_344)
        .containsEntry("clientKey", copy.get("_id", UUID.class).toString())
        .containsEntry("emojis", 0)
        .containsEntry("created", 77L)
        .doesNotContainKeys("pending", "due", "clientId");
    Document newest = collection("message").find(new Document("seq", 2_500L)).first();
    assertThat(collection("chat").find().first().get("last", Document.class))
        .containsEntry("seq", 2_500L)
        .containsEntry("id", newest.get("_id"))
        .containsEntry("at", 77L)
        .containsEntry("sender", sender)
        .containsEntry("sent", 2_500L)
        .containsEntry("tick", newest.get("tick"));
  }

  private static Document sent(UUID chat, UUID sender) {
    return new Document("_id", UUID.randomUUID())
        .append("chat", chat)
        .append("seq", 1L)
        .append("sender", sender)
        .append("sent", 1L)
        .append("tick", 7_000L)
        .append("clientKey", sender + ":mine")
        .append("clientId", "mine")
        .append("emojis", 0)
        .append("created", 77L)
        .append("text", "text 1")
        .append("html", "<p>text 1</p>")
        .append("pending", List.of(new Document("event", 1)))
        .append("due", 7_000L);
  }

  @Test
  void a_chat_without_a_message_is_refused() {
    assertThatThrownBy(
            () -> longChat.fill(UUID.randomUUID().toString(), 9, String::valueOf, place -> {}))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("no message to be copied");
  }
}
