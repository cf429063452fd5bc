package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.outbox.LeaseStore;
import chat.letstalk.chatapi.store.DuplicateKey;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;

/**
 * Leases in MongoDB, by the server's clock. A query cannot ask for the time on every engine, but
 * all write it: a holder has it written when he renews, somebody else when he looks, and the
 * difference of the two is how old the lease is.
 */
final class MongoLeaseStore implements LeaseStore {

  private static final String HOLDER = "holder";
  private static final String MILLIS = "millis";
  private static final String RENEWED = "renewed";
  private static final String SEEN = "seen";

  /** Counts the renewals, so that whoever takes a lease finds out that it was renewed meanwhile. */
  private static final String RENEWALS = "renewals";

  private final Collections collections;

  MongoLeaseStore(Collections collections) {
    this.collections = collections;
  }

  @Override
  public boolean acquire(String name, String holder, Duration length) {
    Document mine = new Document("_id", name).append(HOLDER, holder);
    if (update(mine, held(holder, length), false)) {
      return true;
    }
    Document lease = seen(name);
    if (lease == null) {
      return created(mine, held(holder, length));
    }
    return hasRunOut(lease)
        && update(
            new Document("_id", name)
                .append(HOLDER, lease.get(HOLDER))
                .append(RENEWALS, lease.get(RENEWALS)),
            held(holder, length),
            false);
  }

  private Document seen(String name) {
    return Commands.run(
        "look at a lease",
        () ->
            collections
                .lease()
                .findOneAndUpdate(
                    new Document("_id", name),
                    new Document("$currentDate", new Document(SEEN, true)),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
  }

  private boolean created(Document mine, Document held) {
    try {
      return update(mine, held, true);
    } catch (DuplicateKey e) { // somebody else was quicker
      return false;
    }
  }

  private static Document held(String holder, Duration length) {
    return new Document("$set", new Document(HOLDER, holder).append(MILLIS, length.toMillis()))
        .append("$inc", new Document(RENEWALS, 1L))
        .append("$currentDate", new Document(RENEWED, true));
  }

  private static boolean hasRunOut(Document lease) {
    Date renewed = lease.getDate(RENEWED);
    return lease.getDate(SEEN).getTime() - renewed.getTime() >= lease.getLong(MILLIS);
  }

  private boolean update(Document wanted, Document update, boolean orInsert) {
    var result =
        Commands.run(
            "take a lease",
            () ->
                collections
                    .lease()
                    .updateOne(wanted, update, new UpdateOptions().upsert(orInsert)));
    return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
  }

  @Override
  public void release(String name, String holder) {
    Document mine = new Document("_id", name).append(HOLDER, holder);
    Commands.run("release a lease", () -> collections.lease().deleteOne(mine));
  }
}
