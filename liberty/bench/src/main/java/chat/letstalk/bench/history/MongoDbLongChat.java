package chat.letstalk.bench.history;

import chat.letstalk.bench.BenchException;
import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import org.bson.Document;
import org.bson.UuidRepresentation;

/** Many documents in a command, and then the chat's newest place. */
record MongoDbLongChat(String url, String database) implements LongChat {

  private static final int BATCH = 1_000;

  @Override
  public void fill(String chat, int last, LongFunction<String> text, IntConsumer progress) {
    MongoClientSettings settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(url))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .writeConcern(WriteConcern.MAJORITY)
            .build();
    try (MongoClient client = MongoClients.create(settings)) {
      fill(client.getDatabase(database), UUID.fromString(chat), last, text, progress);
    } catch (MongoException e) {
      throw new BenchException("MongoDB does not take the history: " + e.getMessage(), e);
    }
  }

  private static void fill(
      MongoDatabase database,
      UUID chat,
      int last,
      LongFunction<String> text,
      IntConsumer progress) {
    MongoCollection<Document> messages = database.getCollection("message");
    Document message =
        messages.find(new Document("chat", chat)).sort(new Document("seq", -1)).first();
    if (message == null) {
      throw new BenchException("There is no message to be copied in the chat.");
    }
    long first = message.getLong("seq") + 1;
    for (long from = first; from <= last; from += BATCH) {
      long to = Math.min(from + BATCH - 1, last);
      List<Document> copies = new ArrayList<>();
      for (long seq = from; seq <= to; seq++) {
        copies.add(copy(message, seq, text.apply(seq)));
      }
      messages.insertMany(copies);
      moveOn(database.getCollection("chat"), copies.get(copies.size() - 1));
      progress.accept((int) to);
    }
  }

  /** Another message of the same sender, of which everybody has been told. */
  private static Document copy(Document message, long seq, String text) {
    long further = seq - message.getLong("seq");
    UUID id = UuidCreator.getTimeOrderedEpochPlus1();
    Document copy = new Document(message);
    copy.remove("pending");
    copy.remove("due");
    copy.remove("clientId");
    return copy.append("_id", id)
        .append("seq", seq)
        .append("sent", message.getLong("sent") + further)
        .append("tick", message.getLong("tick") + further)
        .append("clientKey", id.toString())
        .append("text", text)
        .append("html", message.getString("html").replace(message.getString("text"), text));
  }

  private static void moveOn(MongoCollection<Document> chats, Document newest) {
    Document last =
        new Document("seq", newest.get("seq"))
            .append("id", newest.get("_id"))
            .append("at", newest.get("created"))
            .append("sender", newest.get("sender"))
            .append("sent", newest.get("sent"))
            .append("tick", newest.get("tick"));
    long moved =
        chats
            .updateOne(
                new Document("_id", newest.get("chat")),
                new Document("$set", new Document("last", last)))
            .getMatchedCount();
    if (moved != 1) {
      throw new BenchException("The chat that is to become long is not there.");
    }
  }
}
