package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.message.Message;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * In which chat each client message id was used first. Within a chat an index keeps the ids apart;
 * messages may be sharded by chat, so across chats this does. It is written before the message:
 * what a crash leaves behind is an id that is kept for its chat.
 */
final class ClientIds {

  private final Collections collections;

  ClientIds(Collections collections) {
    this.collections = collections;
  }

  /**
   * Keeps the client ids of messages for their chats.
   *
   * @return the earlier messages with the same ids, by the index of their repeat
   */
  Map<Integer, Message> keep(List<Message> messages) {
    List<Integer> named = new ArrayList<>();
    List<Document> claims = new ArrayList<>();
    for (int n = 0; n < messages.size(); n++) {
      if (messages.get(n).clientMessageId() != null) {
        named.add(n);
        claims.add(
            new Document("_id", MessageDocument.clientKeyOf(messages.get(n)))
                .append(MessageDocument.CHAT, messages.get(n).chatId().value()));
      }
    }
    Map<Integer, Message> earlier = new HashMap<>();
    for (int taken : insert(claims)) {
      Message message = messages.get(named.get(taken));
      earlier(message).ifPresent(first -> earlier.put(named.get(taken), first));
    }
    return earlier;
  }

  /** The indexes of those that are there already. */
  private List<Integer> insert(List<Document> claims) {
    List<Integer> taken = new ArrayList<>();
    if (!claims.isEmpty()) {
      try {
        collections.clientId().insertMany(claims, new InsertManyOptions().ordered(false));
      } catch (MongoBulkWriteException e) {
        for (BulkWriteError error : e.getWriteErrors()) {
          if (!Commands.isDuplicateKey(error.getCode())) {
            throw e;
          }
          taken.add(error.getIndex());
        }
        if (e.getWriteConcernError() != null) {
          throw e;
        }
      }
    }
    return taken;
  }

  private Optional<Message> earlier(Message repeat) {
    Document wanted = new Document("_id", MessageDocument.clientKeyOf(repeat));
    Document claim =
        Commands.run("find a client id", () -> collections.clientId().find(wanted).first());
    return claim == null
        ? Optional.empty()
        : inChat(claim.get(MessageDocument.CHAT, UUID.class), repeat);
  }

  /** The message of a chat with the same client id. */
  Optional<Message> inChat(UUID chat, Message repeat) {
    Document wanted =
        new Document(MessageDocument.CHAT, chat)
            .append(MessageDocument.CLIENT_KEY, MessageDocument.clientKeyOf(repeat));
    return Optional.ofNullable(
            Commands.run(
                "find a message by its client id",
                () -> collections.message().find(wanted).first()))
        .map(MessageDocument::toMessage);
  }
}
