package chat.letstalk.bench.floor;

import chat.letstalk.bench.BenchException;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * One document, on most of the servers (w: majority) once it is stored. In a database of its own,
 * dropped at the end.
 */
final class MongoDbInserts implements DurableInserts {

  static final String DATABASE = "letstalk_bench";

  private static final int ANSWER_SECONDS = 15;

  private final MongoClient client;
  private final MongoDatabase database;
  private final MongoCollection<Document> messages;
  private final ExecutorService threads;
  private final String text;

  private MongoDbInserts(MongoClient client, int concurrency, String text) {
    this.client = client;
    this.database = client.getDatabase(DATABASE);
    this.messages = database.getCollection("message").withWriteConcern(WriteConcern.MAJORITY);
    this.threads = Executors.newFixedThreadPool(concurrency, MongoDbInserts::thread);
    this.text = text;
  }

  /** Connects and makes the collection. */
  static MongoDbInserts on(String url, int concurrency, String text) {
    MongoClientSettings settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(url))
            .applyToConnectionPoolSettings(pool -> pool.maxSize(concurrency))
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
            .applyToSocketSettings(socket -> socket.readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
            .build();
    MongoDbInserts inserts = new MongoDbInserts(MongoClients.create(settings), concurrency, text);
    try {
      inserts.database.drop();
      inserts.database.createCollection(inserts.messages.getNamespace().getCollectionName());
      return inserts;
    } catch (MongoException e) {
      inserts.threads.shutdownNow();
      inserts.client.close();
      throw new BenchException("MongoDB refuses the bench's own database: " + e.getMessage(), e);
    }
  }

  @Override
  public CompletableFuture<?> start() {
    return CompletableFuture.runAsync(
        () -> messages.insertOne(new Document("text", text)), threads);
  }

  @Override
  public String name() {
    return "bare durable insert, one document (w: majority)";
  }

  @Override
  public String database() {
    try {
      Document built = database.runCommand(new Document("buildInfo", 1));
      List<String> modules = built.getList("modules", String.class, List.of());
      return modules.isEmpty()
          ? "mongo-java-server, a stand-in that speaks MongoDB " + built.getString("version")
          : String.join(", ", modules);
    } catch (MongoException e) {
      throw new BenchException("The database does not say what it is: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try (client) {
      database.drop();
    } catch (MongoException e) {
      throw new BenchException(
          "The database "
              + DATABASE
              + " may be left behind: "
              + e.getMessage()
              + " Drop it by hand.",
          e);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "bench-inserts");
    thread.setDaemon(true);
    return thread;
  }
}
