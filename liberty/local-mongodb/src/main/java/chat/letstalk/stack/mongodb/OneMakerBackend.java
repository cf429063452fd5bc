package chat.letstalk.stack.mongodb;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;

/**
 * Makes collections and indexes one at a time, as MongoDB does. Left alone, the stand-in fails for
 * one of two clients that make the same collection at the same moment.
 */
final class OneMakerBackend extends H2Backend {

  private static final Set<String> MAKING = Set.of("create", "createIndexes");

  private final ReentrantLock making = new ReentrantLock();

  OneMakerBackend(MVStore file) {
    super(file);
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    String command = message.getDocument().keySet().iterator().next();
    if (!MAKING.contains(command)) {
      return super.handleMessage(message);
    }
    making.lock();
    try {
      return super.handleMessage(message);
    } finally {
      making.unlock();
    }
  }
}
