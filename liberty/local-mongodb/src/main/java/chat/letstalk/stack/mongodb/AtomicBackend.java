package chat.letstalk.stack.mongodb;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Does as a whole what MongoDB does as a whole. Left alone, the stand-in fails for one of two
 * clients that make the same collection at the same moment. And its file would be tidied up from
 * under a command that reads all of a collection.
 */
final class AtomicBackend extends H2Backend {

  private static final Set<String> READING =
      Set.of("find", "getMore", "aggregate", "count", "distinct", "ping", "hello", "isMaster");

  private final ReadWriteLock documents = new ReentrantReadWriteLock();

  AtomicBackend(MVStore file) {
    super(file);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new IndexedDatabase(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    String command = message.getDocument().keySet().iterator().next();
    Lock lock = READING.contains(command) ? documents.readLock() : documents.writeLock();
    lock.lock();
    MVStore.TxCounter reading = getMvStore().registerVersionUsage();
    try {
      return answer(command, message);
    } finally {
      getMvStore().deregisterVersionUsage(reading);
      lock.unlock();
    }
  }

  private Document answer(String command, MongoMessage message) {
    return command.equals("aggregate")
            && resolveDatabase(message.getDatabaseName()) instanceof IndexedDatabase database
        ? database
            .aggregate(message.getDocument(), this::resolveDatabase)
            .orElseGet(() -> super.handleMessage(message))
        : super.handleMessage(message);
  }
}
