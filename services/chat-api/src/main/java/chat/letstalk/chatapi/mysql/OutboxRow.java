package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.outbox.PendingEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "outbox")
class OutboxRow {

  /** In the order of insertion; within a chat that is the order of the messages. */
  @Id Long position;

  @Column(name = "event_id")
  String eventId;

  String channel;

  @Column(name = "event_key")
  String eventKey;

  String body;

  /** A JSON object of strings. */
  String headers;

  Outbox.Entry toEntry() {
    return new Outbox.Entry(
        position, new PendingEvent(eventId, channel, eventKey, body, OutboxRows.headers(headers)));
  }
}
