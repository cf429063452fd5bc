package chat.letstalk.stack.documentdb;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/**
 * Has the engine run the commands that chat-api, its tests and the benchmark send. What they say it
 * reads itself: the functions of the schema documentdb_api take them as they come. Thread-safe.
 */
final class Commands {

  private static final String PAGE =
      "select cursorpage::bytea, continuation::bytea, persistconnection"
          + " from documentdb_api.%s_cursor_first_page(?, ?::bytea)";

  private static final Map<String, String> READS =
      Map.of(
          "find", PAGE.formatted("find"),
          "aggregate", PAGE.formatted("aggregate"),
          "listCollections", PAGE.formatted("list_collections"),
          "listIndexes", PAGE.formatted("list_indexes"));

  private static final String WRITE =
      "select p_result::bytea from documentdb_api.%s(?, ?::bytea, ?::bytea)";

  private static final Map<String, String> WRITES =
      Map.of(
          "insert", WRITE.formatted("insert"),
          "update", WRITE.formatted("update"),
          "delete", WRITE.formatted("delete"));

  private static final Map<String, String> OTHERS =
      Map.of(
          "findAndModify",
          "select p_result::bytea from documentdb_api.find_and_modify(?, ?::bytea)",
          "create",
          "select documentdb_api.create_collection_view(?, ?::bytea)::bytea");

  private static final String DROP_INDEXES = "call documentdb_api.drop_indexes(?, ?::bytea, null)";
  private static final String DROP = "select documentdb_api.drop_collection(?, ?)";
  private static final String DROP_DATABASE = "select documentdb_api.drop_database(?)";
  private static final String VERSION =
      "select extversion from pg_extension where extname = 'documentdb'";

  private static final String SPOKEN_VERSION = "7.0.0";
  private static final int WIRE_VERSION = 21; // that of MongoDB 7.0
  private static final int LONGEST_DOCUMENT = 16 * 1024 * 1024;
  private static final int LARGEST_BATCH = 100_000;
  private static final int SESSION_MINUTES = 30;

  private final Engine engine;
  private final Cursors cursors;
  private final Indexes indexes;

  Commands(Engine engine) {
    this.engine = engine;
    this.cursors = new Cursors(engine);
    this.indexes = new Indexes(engine);
  }

  /** The answer to a command, or why there is none. */
  byte[] answer(Message message) {
    try {
      return run(message);
    } catch (SQLException e) {
      return Documents.bytes(Refusal.of(e));
    }
  }

  private byte[] run(Message message) throws SQLException {
    String name = message.name();
    if (READS.containsKey(name)) {
      return cursors.firstPage(READS.get(name), message);
    }
    if (WRITES.containsKey(name)) {
      return write(WRITES.get(name), message);
    }
    if (OTHERS.containsKey(name)) {
      return document(OTHERS.get(name), message);
    }
    return switch (name) {
      case "hello", "isMaster", "ismaster" -> hello();
      case "ping", "endSessions" -> Documents.bytes(Documents.ok());
      case "getMore" -> cursors.nextPage(message);
      case "killCursors" -> cursors.kill(message);
      case "createIndexes" -> indexes.create(message);
      case "dropIndexes" -> answerOk(DROP_INDEXES, message.database(), message.commandBytes());
      case "drop" -> answerOk(DROP, message.database(), message.collection());
      case "dropDatabase" -> answerOk(DROP_DATABASE, message.database());
      case "buildInfo" -> buildInfo();
      default ->
          Documents.bytes(Refusal.of(Refusal.COMMAND_NOT_FOUND, "no such command: '" + name + "'"));
    };
  }

  private byte[] document(String sql, Message message) throws SQLException {
    return engine.query(sql, row -> row.getBytes(1), message.database(), message.commandBytes());
  }

  private byte[] answerOk(String sql, Object... parameters) throws SQLException {
    engine.query(sql, row -> null, parameters);
    return Documents.bytes(Documents.ok());
  }

  private byte[] write(String sql, Message message) throws SQLException {
    byte[] answer =
        engine.query(
            sql,
            row -> row.getBytes(1),
            message.database(),
            message.commandBytes(),
            message.documents().orElse(null));
    return new RawBsonDocument(answer).containsKey(Refusal.WRITE_ERRORS)
        ? Documents.bytes(Refusal.translated(Documents.read(answer)))
        : answer;
  }

  /** As Azure's gateway answers: like a router of a sharded cluster. */
  private static byte[] hello() {
    return Documents.bytes(
        Documents.ok()
            .append("isWritablePrimary", BsonBoolean.TRUE)
            .append("ismaster", BsonBoolean.TRUE)
            .append("msg", new BsonString("isdbgrid"))
            .append("maxBsonObjectSize", new BsonInt32(LONGEST_DOCUMENT))
            .append("maxMessageSizeBytes", new BsonInt32(Message.MOST_BYTES))
            .append("maxWriteBatchSize", new BsonInt32(LARGEST_BATCH))
            .append("localTime", new BsonDateTime(System.currentTimeMillis()))
            .append("logicalSessionTimeoutMinutes", new BsonInt32(SESSION_MINUTES))
            .append("minWireVersion", new BsonInt32(0))
            .append("maxWireVersion", new BsonInt32(WIRE_VERSION))
            .append("readOnly", BsonBoolean.FALSE));
  }

  private byte[] buildInfo() throws SQLException {
    String version = engine.query(VERSION, row -> row.getString(1));
    return Documents.bytes(
        Documents.ok()
            .append("version", new BsonString(SPOKEN_VERSION))
            .append("modules", new BsonArray(List.of(new BsonString("DocumentDB " + version)))));
  }
}
