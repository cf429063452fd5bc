package chat.letstalk.chatapi.mongodb;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/**
 * The collections of the database. What was written is on most servers, and what is read is what
 * was written last, whatever the connection string says: a message that was acknowledged is in the
 * next page of history, and is never lost with one server.
 */
record Collections(MongoDatabase database) {

  static final String ACCOUNT = "account";
  static final String CHAT = "chat";
  static final String MESSAGE = "message";
  static final String CLIENT_ID = "client_id";
  static final String OUTBOX = "outbox";
  static final String BURIED = "outbox_buried";
  static final String LEASE = "lease";

  /** People. Not to be sharded: two unique keys. */
  MongoCollection<Document> account() {
    return named(ACCOUNT);
  }

  /**
   * Chats with their members, read marks and newest message. Not to be sharded: two unique keys.
   */
  MongoCollection<Document> chat() {
    return named(CHAT);
  }

  /** Messages with their previews and pending events. Shard key: chat. */
  MongoCollection<Document> message() {
    return named(MESSAGE);
  }

  /** Which chat a sender's own message id was used in. Shard key: _id. */
  MongoCollection<Document> clientId() {
    return named(CLIENT_ID);
  }

  /** Events that have no other cause to be stored with. Shard key: _id. */
  MongoCollection<Document> outbox() {
    return named(OUTBOX);
  }

  /** Events that can never be published, for an operator to look at. Shard key: _id. */
  MongoCollection<Document> buried() {
    return named(BURIED);
  }

  /** Who may do what only one may do. A handful of documents. */
  MongoCollection<Document> lease() {
    return named(LEASE);
  }

  private MongoCollection<Document> named(String name) {
    return database
        .getCollection(name)
        .withWriteConcern(WriteConcern.MAJORITY)
        .withReadPreference(ReadPreference.primary());
  }
}
