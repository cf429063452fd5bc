package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.message.Message;
import com.mongodb.client.MongoCollection;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;

/** Has a message wait for publication only when a relay that listens to this has just looked. */
final class BehindItsBack implements CommandListener {

  private final MongoEngine engine;
  private final AtomicReference<Runnable> arrival = new AtomicReference<>(() -> {});

  /**
   * @param engine another one than the relay's, on the same database
   */
  BehindItsBack(MongoEngine engine) {
    this.engine = engine;
  }

  /** The relay's next look passes over a message that is stored already. */
  void comes(Message message) {
    MongoCollection<Document> messages = engine.collections().message();
    Document one = new Document("_id", message.id().value());
    Object due = messages.find(one).first().get(PendingEvents.DUE);
    messages.updateOne(one, due(null));
    arrival.set(() -> messages.updateOne(one, due(due)));
  }

  private static Document due(Object due) {
    return new Document("$set", new Document(PendingEvents.DUE, due));
  }

  @Override
  public void commandSucceeded(CommandSucceededEvent event) {
    if (event.getCommandName().equals("find")) {
      arrival.getAndSet(() -> {}).run();
    }
  }
}
