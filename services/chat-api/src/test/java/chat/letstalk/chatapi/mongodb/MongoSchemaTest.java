package chat.letstalk.chatapi.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class MongoSchemaTest {

  @Test
  void replicas_that_start_at_the_same_moment_make_all_indexes_once() throws Exception {
    MongoSettings empty = TestMongo.settings(TestMongo.newDatabase());
    ExecutorService replicas = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> starts =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(
                  n -> replicas.submit(() -> TestMongo.engine(empty, List.of()).migrate()))
              .toList();
      for (Future<?> start : starts) {
        start.get(60, TimeUnit.SECONDS);
      }
    } finally {
      replicas.shutdownNow();
    }
    Collections collections = TestMongo.engine(empty, List.of()).collections();
    assertThat(indexesOf(collections, Collections.MESSAGE))
        .containsExactlyInAnyOrder("_id_", "place", "client_key", "due");
    assertThat(indexesOf(collections, Collections.CHAT))
        .containsExactlyInAnyOrder("_id_", "pair", "members");
    assertThat(indexesOf(collections, Collections.ACCOUNT))
        .containsExactlyInAnyOrder("_id_", "identity", "sorted", "due");
  }

  @Test
  void a_database_of_an_older_program_gets_what_is_missing_and_keeps_its_data() {
    MongoEngine engine = TestMongo.newEngine();
    Collections collections = engine.collections();
    collections.message().dropIndex("due");
    collections.buried().drop();
    AccountId alice = new AccountId(Uuids.next());
    AccountId bob = new AccountId(Uuids.next());
    collections.account().insertMany(List.of(oldAccount(alice), oldAccount(bob)));
    ChatId chat = engine.chats().getOrCreate(new ChatId(Uuids.next()), alice, bob, Instant.EPOCH);
    UUID message = Uuids.next();
    collections.message().insertOne(oldMessage(message, chat, alice));

    engine.migrate();

    assertThat(indexesOf(collections, Collections.MESSAGE)).contains("due");
    assertThat(collections.database().listCollectionNames()).contains(Collections.BURIED);
    assertThat(engine.accounts().find(alice)).map(Account::firstName).isEmpty();
    assertThat(engine.messages().page(chat, 0, 20))
        .singleElement()
        .returns("hi", Message::text)
        .returns(null, Message::image)
        .returns(null, Message::linkPreview)
        .returns(null, Message::imagePreview);
  }

  /** With the fields that cannot be missing alone. */
  private static Document oldAccount(AccountId id) {
    return new Document("_id", id.value())
        .append("type", 3)
        .append("externalId", id + "@example.com")
        .append("created", 0L)
        .append("version", 0L);
  }

  private static Document oldMessage(UUID id, ChatId chat, AccountId sender) {
    return new Document("_id", id)
        .append("chat", chat.value())
        .append("seq", 1L)
        .append("sender", sender.value())
        .append("sent", 1L)
        .append("tick", 1L)
        .append("clientKey", id.toString())
        .append("text", "hi")
        .append("html", "<p>hi</p>")
        .append("emojis", 0)
        .append("created", 0L);
  }

  private static List<String> indexesOf(Collections collections, String name) {
    return collections
        .database()
        .getCollection(name)
        .listIndexes()
        .map(index -> index.getString("name"))
        .into(new ArrayList<>());
  }
}
