package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.outbox.PendingEvent;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Stores new messages with their events. The rows of their chats are locked until the commit, which
 * gives the messages of a chat dense places and their events the same order in the outbox. In plain
 * JDBC, because every send waits for it: keeping track of rows that nobody reads again cost
 * Hibernate a tenth of a send.
 */
final class NewMessages {

  /** A message and what follows from it. */
  record Entry(Message message, List<PendingEvent> events) {

    private UUID chat() {
      return message.chatId().value();
    }
  }

  /** In the order of the ids, so that two transactions do not wait for each other in a circle. */
  private static final String LOCK =
      "select id, last_seq from chat where id in (%s) order by id for update";

  private static final String INSERT =
      "insert into message (chat_id, seq, id, sender_id, client_message_id, text, text_html,"
          + " emoji_count, image_id, image_storage, created)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String MOVE_ON =
      "update chat set last_seq = ?, last_message_id = ?, last_message_at = ? where id = ?";

  private NewMessages() {}

  static void insert(EntityManager db, List<Entry> entries) {
    db.unwrap(Session.class).doWork(connection -> insert(connection, entries));
    OutboxRows.insert(db, entries.stream().flatMap(entry -> entry.events().stream()).toList());
  }

  private static void insert(Connection connection, List<Entry> entries) throws SQLException {
    Map<UUID, Long> lastPlaces = locked(connection, entries);
    Map<UUID, Message> newest = new HashMap<>();
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Entry entry : entries) {
        newest.put(entry.chat(), entry.message());
        long place = lastPlaces.compute(entry.chat(), (chat, last) -> last + 1);
        bind(insert, entry.message(), place);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    moveOn(connection, newest, lastPlaces);
  }

  private static Map<UUID, Long> locked(Connection connection, List<Entry> entries)
      throws SQLException {
    List<UUID> chats = Places.filled(entries.stream().map(Entry::chat).distinct().toList());
    Map<UUID, Long> lastPlaces = new HashMap<>();
    try (PreparedStatement lock = connection.prepareStatement(Places.in(LOCK, chats))) {
      for (int n = 0; n < chats.size(); n++) {
        lock.setBytes(n + 1, bytes(chats.get(n)));
      }
      try (ResultSet rows = lock.executeQuery()) {
        while (rows.next()) {
          lastPlaces.put(UuidCreator.fromBytes(rows.getBytes(1)), rows.getLong(2));
        }
      }
    }
    return lastPlaces;
  }

  private static void bind(PreparedStatement insert, Message message, long place)
      throws SQLException {
    Image image = message.image();
    insert.setBytes(1, bytes(message.chatId().value()));
    insert.setLong(2, place);
    insert.setBytes(3, bytes(message.id().value()));
    insert.setBytes(4, bytes(message.sender().value()));
    insert.setBytes(5, MessageRow.bytesOf(message.clientMessageId()));
    insert.setString(6, orEmpty(message.text()));
    insert.setString(7, orEmpty(message.textHtml()));
    insert.setInt(8, message.emojiCount());
    insert.setString(9, image == null ? null : image.id());
    insert.setObject(10, image == null ? null : image.fileStorageTypeId(), Types.SMALLINT);
    insert.setLong(11, message.created().toEpochMilli());
  }

  private static void moveOn(
      Connection connection, Map<UUID, Message> newest, Map<UUID, Long> lastPlaces)
      throws SQLException {
    try (PreparedStatement moveOn = connection.prepareStatement(MOVE_ON)) {
      for (Map.Entry<UUID, Message> chat : newest.entrySet()) {
        moveOn.setLong(1, lastPlaces.get(chat.getKey()));
        moveOn.setBytes(2, bytes(chat.getValue().id().value()));
        moveOn.setLong(3, chat.getValue().created().toEpochMilli());
        moveOn.setBytes(4, bytes(chat.getKey()));
        moveOn.addBatch();
      }
      moveOn.executeBatch();
    }
  }

  private static byte[] bytes(UUID id) {
    return UuidCreator.toBytes(id);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
