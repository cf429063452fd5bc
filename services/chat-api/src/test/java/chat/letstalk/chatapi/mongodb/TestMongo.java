package chat.letstalk.chatapi.mongodb;

import chat.letstalk.stack.LocalMongoDb;
import com.mongodb.event.CommandListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A stand-in for MongoDB for all tests of this process. Each test class has a database of its own,
 * so that none meets what another left.
 */
public final class TestMongo {

  private static final TestMongo ONLY = new TestMongo();

  private final LocalMongoDb server;

  private TestMongo() {
    server = LocalMongoDb.start(folder());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
  }

  /** An engine on a new database, migrated. */
  public static MongoEngine newEngine() {
    return newEngine(List.of());
  }

  static MongoEngine newEngine(List<CommandListener> listeners) {
    MongoEngine engine = engine(settings(newDatabase()), listeners);
    engine.migrate();
    return engine;
  }

  static MongoEngine engine(MongoSettings settings, List<CommandListener> listeners) {
    return new MongoEngine(settings, listeners, Clock.systemUTC());
  }

  static String newDatabase() {
    return "test_" + UUID.randomUUID().toString().replace("-", "");
  }

  static MongoSettings settings(String database) {
    return settings(ONLY.server.url(), database);
  }

  static MongoSettings settings(String url, String database) {
    return new MongoSettings(
        url,
        database,
        Optional.empty(),
        Optional.empty(),
        "admin",
        Optional.empty(),
        Optional.empty(),
        40,
        Duration.ofSeconds(60));
  }

  /** The same with others who sign in, certify and repeat. */
  static MongoSettings with(
      MongoSettings settings,
      Optional<String> user,
      Optional<String> password,
      Optional<Path> caFile,
      Optional<Boolean> retryWrites) {
    return new MongoSettings(
        settings.url(),
        settings.database(),
        user,
        password,
        settings.userDatabase(),
        caFile,
        retryWrites,
        settings.connections(),
        settings.answerWithin());
  }

  static Path folder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "mongodb-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
