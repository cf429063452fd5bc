package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.outbox.PendingEvent;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;

/** The outbox in MySQL: a table in the order of insertion. */
final class MySqlOutbox implements Outbox {

  private static final int LONGEST_REASON = 500;

  private final Transactions transactions;

  MySqlOutbox(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(List<PendingEvent> events) {
    transactions.run(
        "add to the outbox",
        db -> {
          OutboxRows.insert(db, events);
          return events.size();
        });
  }

  @Override
  public List<Entry> oldest(int most) {
    return transactions.read(
        "read the outbox",
        db ->
            db.unwrap(Session.class)
                .doReturningWork(connection -> OutboxRows.oldest(connection, most)));
  }

  @Override
  public void remove(Collection<?> positions) {
    if (positions.isEmpty()) {
      return;
    }
    transactions.run(
        "remove from the outbox",
        db -> {
          db.unwrap(Session.class)
              .doWork(connection -> OutboxRows.delete(connection, List.copyOf(positions)));
          return positions.size();
        });
  }

  @Override
  public void bury(Object position, String reason) {
    transactions.run(
        "bury an event",
        db -> {
          db.createNativeQuery(
                  "insert into outbox_buried (position, event_id, channel, event_key, body,"
                      + " headers, reason) select position, event_id, channel, event_key, body,"
                      + " headers, :reason from outbox where position = :position")
              .setParameter(
                  "reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
              .setParameter("position", position)
              .executeUpdate();
          db.unwrap(Session.class)
              .doWork(connection -> OutboxRows.delete(connection, List.of(position)));
          return position;
        });
  }

  /** From the two ends of the table: counting would read all of it, just when it is long. */
  @Override
  public long waiting() {
    return transactions.read(
        "measure the outbox",
        db ->
            (Long)
                db.createNativeQuery(
                        "select coalesce(max(position) - min(position) + 1, 0) from outbox",
                        Long.class)
                    .getSingleResult());
  }
}
