package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.outbox.PendingEvent;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The rows of the outbox in plain JDBC: each event is added, read and removed within a moment, and
 * keeping track of rows cost Hibernate a tenth of a send. Added in one round trip, where Hibernate
 * would ask for each generated position.
 */
final class OutboxRows {

  private static final JsonProvider JSON_P = JsonProvider.provider();

  private static final String INSERT =
      "insert into outbox (event_id, channel, event_key, body, headers) values (?, ?, ?, ?, ?)";

  private static final String OLDEST =
      "select position, event_id, channel, event_key, body, headers from outbox"
          + " order by position limit ?";

  private static final String DELETE = "delete from outbox where position in (%s)";

  private OutboxRows() {}

  /** Positions ascend in the order of the list. */
  static void insert(EntityManager db, List<PendingEvent> events) {
    if (!events.isEmpty()) {
      db.unwrap(Session.class).doWork(connection -> insert(connection, events));
    }
  }

  private static void insert(Connection connection, List<PendingEvent> events) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (PendingEvent event : events) {
        insert.setString(1, event.eventId());
        insert.setString(2, event.channel());
        insert.setString(3, event.key());
        insert.setString(4, event.body());
        insert.setString(5, json(event.headers()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** In the order of insertion; within a chat that is the order of the messages. */
  static List<Outbox.Entry> oldest(Connection connection, int most) throws SQLException {
    List<Outbox.Entry> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(OLDEST)) {
      select.setInt(1, most);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(new Outbox.Entry(rows.getLong("position"), event(rows)));
        }
      }
    }
    return entries;
  }

  private static PendingEvent event(ResultSet row) throws SQLException {
    return new PendingEvent(
        row.getString("event_id"),
        row.getString("channel"),
        row.getString("event_key"),
        row.getString("body"),
        headers(row.getString("headers")));
  }

  static void delete(Connection connection, List<?> positions) throws SQLException {
    List<?> places = Places.filled(positions);
    try (PreparedStatement delete = connection.prepareStatement(Places.in(DELETE, places))) {
      for (int n = 0; n < places.size(); n++) {
        delete.setObject(n + 1, places.get(n));
      }
      delete.executeUpdate();
    }
  }

  /** For a row: a JSON object of strings. */
  private static String json(Map<String, String> headers) {
    return JSON_P.createObjectBuilder(Map.<String, Object>copyOf(headers)).build().toString();
  }

  private static Map<String, String> headers(String json) {
    try (JsonReader reader = JSON_P.createReader(new StringReader(json))) {
      JsonObject headers = reader.readObject();
      return headers.keySet().stream().collect(Collectors.toMap(name -> name, headers::getString));
    }
  }
}
