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
import java.util.Collection;
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
      "select id, first_account, second_account, created, last_seq from chat where id in (%s)"
          + " order by id for update";

  private static final String INSERT =
      "insert into message (chat_id, seq, id, sender_id, client_message_id, text, text_html,"
          + " emoji_count, image_id, image_storage, created)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** The rows are there, and locked: said like this, one statement changes all of them. */
  private static final String MOVE_ON =
      "insert into chat (id, first_account, second_account, created, last_seq, last_message_id,"
          + " last_message_at) values (?, ?, ?, ?, ?, ?, ?) on duplicate key update"
          + " last_seq = values(last_seq), last_message_id = values(last_message_id),"
          + " last_message_at = values(last_message_at)";

  /** The row of a chat, and what these messages make of it. */
  private static final class Chat {

    private final byte[] id;
    private final byte[] firstAccount;
    private final byte[] secondAccount;
    private final long created;
    private long lastSeq;
    private Message last;

    Chat(ResultSet row) throws SQLException {
      id = row.getBytes(1);
      firstAccount = row.getBytes(2);
      secondAccount = row.getBytes(3);
      created = row.getLong(4);
      lastSeq = row.getLong(5);
    }

    /** The place of a message, which is the chat's last one now. */
    long append(Message message) {
      last = message;
      return ++lastSeq;
    }
  }

  private NewMessages() {}

  static void insert(EntityManager db, List<Entry> entries) {
    db.unwrap(Session.class).doWork(connection -> insert(connection, entries));
    OutboxRows.insert(db, entries.stream().flatMap(entry -> entry.events().stream()).toList());
  }

  private static void insert(Connection connection, List<Entry> entries) throws SQLException {
    Map<UUID, Chat> chats = locked(connection, entries);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Entry entry : entries) {
        bind(insert, entry.message(), chats.get(entry.chat()).append(entry.message()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    moveOn(connection, chats.values());
  }

  private static Map<UUID, Chat> locked(Connection connection, List<Entry> entries)
      throws SQLException {
    List<UUID> ids = Places.filled(entries.stream().map(Entry::chat).distinct().toList());
    Map<UUID, Chat> chats = new HashMap<>();
    try (PreparedStatement lock = connection.prepareStatement(Places.in(LOCK, ids))) {
      for (int n = 0; n < ids.size(); n++) {
        lock.setBytes(n + 1, bytes(ids.get(n)));
      }
      try (ResultSet rows = lock.executeQuery()) {
        while (rows.next()) {
          Chat chat = new Chat(rows);
          chats.put(UuidCreator.fromBytes(chat.id), chat);
        }
      }
    }
    return chats;
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

  private static void moveOn(Connection connection, Collection<Chat> chats) throws SQLException {
    try (PreparedStatement moveOn = connection.prepareStatement(MOVE_ON)) {
      for (Chat chat : chats) {
        moveOn.setBytes(1, chat.id);
        moveOn.setBytes(2, chat.firstAccount);
        moveOn.setBytes(3, chat.secondAccount);
        moveOn.setLong(4, chat.created);
        moveOn.setLong(5, chat.lastSeq);
        moveOn.setBytes(6, bytes(chat.last.id().value()));
        moveOn.setLong(7, chat.last.created().toEpochMilli());
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
