package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.outbox.PendingEvent;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.Map;

@Entity
@Table(name = "outbox")
class OutboxRow {

  private static final Jsonb JSON = JsonbBuilder.create();

  /** In the order of insertion; within a chat that is the order of the messages. */
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long position;

  @Column(name = "event_id")
  String eventId;

  String channel;

  @Column(name = "event_key")
  String eventKey;

  String body;

  /** A JSON object of strings. */
  String headers;

  static OutboxRow of(PendingEvent event) {
    OutboxRow row = new OutboxRow();
    row.eventId = event.eventId();
    row.channel = event.channel();
    row.eventKey = event.key();
    row.body = event.body();
    row.headers = JSON.toJson(event.headers());
    return row;
  }

  Outbox.Entry toEntry() {
    return new Outbox.Entry(
        position, new PendingEvent(eventId, channel, eventKey, body, headersRead()));
  }

  private Map<String, String> headersRead() {
    Map<String, String> read = new LinkedHashMap<>();
    JSON.fromJson(headers, Map.class).forEach((name, value) -> read.put("" + name, "" + value));
    return read;
  }
}
