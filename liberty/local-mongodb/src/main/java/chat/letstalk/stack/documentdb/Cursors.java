package chat.letstalk.stack.documentdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonValue;

/** Reads pages, and knows what clients have begun to read. Thread-safe. */
final class Cursors {

  private static final String MORE =
      "select cursorpage::bytea, continuation::bytea"
          + " from documentdb_api.cursor_get_more(?, ?::bytea, ?::bytea)";

  /**
   * What can be read on.
   *
   * @param continuation where the engine was
   * @param connection the one that has to be asked, if the engine keeps its cursor there
   */
  private record Cursor(byte[] continuation, Optional<Connection> connection) {

    void close() throws SQLException {
      if (connection.isPresent()) {
        connection.get().close();
      }
    }
  }

  private final Map<Long, Cursor> open = new ConcurrentHashMap<>();
  private final Engine engine;

  Cursors(Engine engine) {
    this.engine = engine;
  }

  /**
   * @param sql reads a page, where the engine was, and whether it wants to be asked there again
   */
  byte[] firstPage(String sql, Message message) throws SQLException {
    Connection connection = engine.connect();
    boolean kept = false;
    try {
      byte[] command = message.commandBytes();
      Page page =
          Engine.query(
              connection, sql, row -> Page.of(row, row.getBoolean(3)), message.database(), command);
      if (page.continuation != null) {
        kept = page.stays;
        long id = Documents.read(page.document).getDocument("cursor").getInt64("id").getValue();
        open.put(
            id, new Cursor(page.continuation, kept ? Optional.of(connection) : Optional.empty()));
      }
      return page.document;
    } finally {
      if (!kept) {
        connection.close();
      }
    }
  }

  byte[] nextPage(Message message) throws SQLException {
    long id = message.command().getInt64("getMore").getValue();
    Cursor cursor = open.remove(id);
    if (cursor == null) {
      return Documents.bytes(Refusal.of(Refusal.CURSOR_NOT_FOUND, "cursor " + id + " not found"));
    }
    boolean kept = false;
    try {
      Object[] parameters = {message.database(), message.commandBytes(), cursor.continuation};
      Engine.Row<Page> wanted = row -> Page.of(row, cursor.connection.isPresent());
      Page page =
          cursor.connection.isPresent()
              ? Engine.query(cursor.connection.get(), MORE, wanted, parameters)
              : engine.query(MORE, wanted, parameters);
      if (page.continuation != null) {
        kept = true;
        open.put(id, new Cursor(page.continuation, cursor.connection));
      }
      return page.document;
    } finally {
      if (!kept) {
        cursor.close();
      }
    }
  }

  private record Page(byte[] document, byte[] continuation, boolean stays) {

    static Page of(ResultSet row, boolean stays) throws SQLException {
      return new Page(row.getBytes(1), row.getBytes(2), stays);
    }
  }

  /** Forgets cursors, whether they are there or not. */
  byte[] kill(Message message) throws SQLException {
    BsonArray ids = message.command().getArray("cursors");
    for (BsonValue id : ids) {
      Cursor cursor = open.remove(id.asInt64().getValue());
      if (cursor != null) {
        cursor.close();
      }
    }
    return Documents.bytes(
        Documents.ok()
            .append("cursorsKilled", ids)
            .append("cursorsNotFound", new BsonArray())
            .append("cursorsAlive", new BsonArray())
            .append("cursorsUnknown", new BsonArray()));
  }
}
