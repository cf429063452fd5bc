package chat.letstalk.stack.documentdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Makes indexes. The engine does so in the background; who asks for them waits. */
final class Indexes {

  private static final String CREATE =
      "select retval::bytea, ok, requests::bytea"
          + " from documentdb_api.create_indexes_background(?, ?::bytea)";
  private static final String STATUS =
      "select ok, complete, retval::bytea"
          + " from documentdb_api_internal.check_build_index_status(?::bytea)";

  private static final String CANNOT_CREATE_INDEX = "M000N";
  private static final String QUERY_CANCELED = "57014";
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(50);
  private static final Duration MADE_WITHIN = Duration.ofMinutes(2);

  private final Engine engine;

  Indexes(Engine engine) {
    this.engine = engine;
  }

  private record Begun(byte[] answer, boolean ok, byte[] requests) {}

  private record Status(boolean ok, boolean complete, byte[] answer) {}

  byte[] create(Message message) throws SQLException {
    try (Connection connection = engine.connect()) {
      Begun begun =
          Engine.query(
              connection,
              CREATE,
              row -> new Begun(row.getBytes(1), row.getBoolean(2), row.getBytes(3)),
              message.database(),
              message.commandBytes());
      requireOk(begun.ok, begun.answer);
      if (begun.requests != null) {
        await(connection, begun.requests);
      }
      return begun.answer;
    }
  }

  private static void await(Connection connection, byte[] requests) throws SQLException {
    long begun = System.nanoTime();
    while (!status(connection, requests).complete) {
      if (System.nanoTime() - begun > MADE_WITHIN.toNanos()) {
        throw new SQLException(
            "Indexes are not made after %d s: is pg_cron in shared_preload_libraries?"
                .formatted(MADE_WITHIN.toSeconds()),
            QUERY_CANCELED);
      }
      LockSupport.parkNanos(LOOK_AGAIN_AFTER.toNanos());
    }
  }

  private static Status status(Connection connection, byte[] requests) throws SQLException {
    Status status =
        Engine.query(
            connection,
            STATUS,
            row -> new Status(row.getBoolean(1), row.getBoolean(2), row.getBytes(3)),
            new Object[] {requests});
    requireOk(status.ok, status.answer);
    return status;
  }

  private static void requireOk(boolean ok, byte[] answer) throws SQLException {
    if (!ok) {
      throw new SQLException(Documents.read(answer).toJson(), CANNOT_CREATE_INDEX);
    }
  }
}
