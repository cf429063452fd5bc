package chat.letstalk.notification.connection;

import chat.letstalk.notification.hub.HubProtocol;
import chat.letstalk.notification.hub.RecordReader;
import chat.letstalk.notification.identity.Identity;
import chat.letstalk.notification.identity.TokenCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What all connections share: limits, readers, threads. A few threads serve any number of
 * connections; one clock keeps all deadlines.
 */
public final class Hub implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Hub.class.getName());
  private static final int CHECKING_THREADS = 8;
  private static final int WAITING_CHECKS = 10_000;
  private static final int CLOSING_THREADS = 4;
  private static final Duration GOODBYES_WITHIN = Duration.ofSeconds(3);

  private final HubLimits limits;
  private final ConnectionRegistry registry;
  private final Deadlines deadlines;
  private final Audience audience;
  private final HubMeter meter;
  private final RecordReader reader;
  private final Calls calls;
  private final ThreadPoolExecutor checking = pool("hub-check", CHECKING_THREADS, WAITING_CHECKS);

  /** Each connection waits here once at most, so that their number bounds it. */
  private final ThreadPoolExecutor closing = pool("hub-close", CLOSING_THREADS, Integer.MAX_VALUE);

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, task -> daemon("hub-clock", task));
  private final ScheduledFuture<?> ticks;
  private volatile boolean closed;

  public Hub(
      HubLimits limits,
      ConnectionRegistry registry,
      TokenCheck tokens,
      Audience audience,
      HubMeter meter) {
    this.limits = limits;
    this.registry = registry;
    deadlines = new Deadlines(limits, meter, tokens::isRevoked, Clock.systemUTC());
    this.audience = audience;
    this.meter = meter;
    reader = new RecordReader(limits.maxDepth(), limits.maxArguments());
    calls = new Calls(tokens, audience, checking);
    long sweep = limits.sweepEvery().toMillis();
    ticks = clock.scheduleWithFixedDelay(this::sweep, sweep, sweep, TimeUnit.MILLISECONDS);
  }

  private static ThreadPoolExecutor pool(String name, int threads, int waiting) {
    var pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(waiting),
            task -> daemon(name, task));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Takes a client in; one too many is sent away, to come back later. */
  HubConnection open(Transport transport, boolean negotiated) {
    HubConnection connection = new HubConnection(this, transport, negotiated);
    boolean full = closed || registry.all().size() >= limits.maxConnections();
    registry.open(connection);
    if (full) {
      meter.refused("full");
      connection.end(HubProtocol.CLOSE_AND_COME_BACK);
    }
    return connection;
  }

  /** Checks a token that came with the opening of a connection. */
  void admit(HubConnection connection, String token) {
    calls.admit(connection, token);
  }

  void leave(HubConnection connection) {
    Identity identity = connection.identity();
    if (identity != null) {
      registry.unregister(identity.accountId(), connection);
    }
  }

  /** Forgets a connection and closes it where nobody waits for it. */
  void hangUp(HubConnection connection, Transport transport) {
    registry.close(connection);
    try {
      closing.execute(transport::close);
    } catch (
        RejectedExecutionException e) { // the hub is closed, and nobody can be held up any more
      transport.close();
    }
  }

  void forget(HubConnection connection) {
    leave(connection);
    registry.close(connection);
  }

  private void sweep() {
    long now = System.nanoTime();
    for (HubConnection connection : registry.all()) {
      try {
        deadlines.keep(connection, now);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "A connection's deadlines could not be kept", e);
      }
    }
  }

  /** Whether deadlines are kept and calls can be answered. */
  public boolean alive() {
    return !closed && !ticks.isDone();
  }

  /** How many connections are open. */
  public int connections() {
    return registry.all().size();
  }

  /** How many of them hear an account. */
  public long authorized() {
    return registry.all().stream().filter(connection -> connection.identity() != null).count();
  }

  /** How many records wait for all clients together. */
  public long queuedRecords() {
    return registry.all().stream().mapToLong(HubConnection::depth).sum();
  }

  HubLimits limits() {
    return limits;
  }

  RecordReader reader() {
    return reader;
  }

  Calls calls() {
    return calls;
  }

  Audience audience() {
    return audience;
  }

  HubMeter meter() {
    return meter;
  }

  /**
   * Asks every client to come back and closes; new clients are sent on at once. Repeating it waits
   * for the first call and changes nothing.
   */
  @Override
  public synchronized void close() {
    closed = true;
    ticks.cancel(false);
    try {
      Farewell.to(registry.all(), limits.farewellWithin());
      waitForGoodbyes();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    registry.all().forEach(HubConnection::hangUp);
    for (ExecutorService threads : List.of(clock, checking, closing)) {
      threads.shutdown();
    }
  }

  private void waitForGoodbyes() throws InterruptedException {
    long deadline = System.nanoTime() + GOODBYES_WITHIN.toNanos();
    while (!registry.all().isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
