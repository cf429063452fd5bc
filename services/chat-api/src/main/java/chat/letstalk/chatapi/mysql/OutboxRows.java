package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.outbox.PendingEvent;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Adds to the outbox in one round trip: Hibernate would ask for each generated position. */
final class OutboxRows {

  private static final JsonProvider JSON_P = JsonProvider.provider();
  private static final Jsonb JSON = JsonbBuilder.create();

  private static final String INSERT =
      "insert into outbox (event_id, channel, event_key, body, headers) values (?, ?, ?, ?, ?)";

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
        insert.setString(5, JSON.toJson(event.headers()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The headers of a row: a JSON object of strings. */
  static Map<String, String> headers(String json) {
    try (JsonReader reader = JSON_P.createReader(new StringReader(json))) {
      JsonObject headers = reader.readObject();
      return headers.keySet().stream().collect(Collectors.toMap(name -> name, headers::getString));
    }
  }
}
