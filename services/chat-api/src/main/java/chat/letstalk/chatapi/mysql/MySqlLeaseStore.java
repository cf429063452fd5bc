package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.outbox.LeaseStore;
import jakarta.persistence.EntityManager;
import java.time.Duration;

/** Leases in MySQL, by the database's clock in UTC. */
final class MySqlLeaseStore implements LeaseStore {

  private final Transactions transactions;

  MySqlLeaseStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean acquire(String name, String holder, Duration length) {
    return transactions.run(
        "take a lease",
        db -> renewed(db, name, holder, length) || created(db, name, holder, length));
  }

  private static boolean renewed(EntityManager db, String name, String holder, Duration length) {
    return db.createNativeQuery(
                "update lease set holder = :holder,"
                    + " expires = utc_timestamp(3) + interval :micros microsecond"
                    + " where name = :name and (holder = :holder or expires <= utc_timestamp(3))")
            .setParameter("name", name)
            .setParameter("holder", holder)
            .setParameter("micros", length.toNanos() / 1000)
            .executeUpdate()
        == 1;
  }

  private static boolean created(EntityManager db, String name, String holder, Duration length) {
    return db.createNativeQuery(
                "insert ignore into lease (name, holder, expires)"
                    + " values (:name, :holder, utc_timestamp(3) + interval :micros microsecond)")
            .setParameter("name", name)
            .setParameter("holder", holder)
            .setParameter("micros", length.toNanos() / 1000)
            .executeUpdate()
        == 1;
  }

  @Override
  public void release(String name, String holder) {
    transactions.run(
        "release a lease",
        db ->
            db.createNativeQuery("delete from lease where name = :name and holder = :holder")
                .setParameter("name", name)
                .setParameter("holder", holder)
                .executeUpdate());
  }
}
