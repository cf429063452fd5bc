package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.floor.BareCalls;
import chat.letstalk.bench.floor.BrokerRoundTrips;
import chat.letstalk.bench.floor.DurableInserts;
import chat.letstalk.bench.load.ClosedLoop;
import chat.letstalk.bench.load.LatencyReport;
import chat.letstalk.bench.load.OpenLoop;
import chat.letstalk.bench.load.Operation;
import chat.letstalk.bench.load.Timing;
import chat.letstalk.bench.report.Figure;

/**
 * What a send is made of, bare: a REST call, a durable insert, a round trip through the broker;
 * each alone, and one after another as a send needs them.
 */
final class BareParts implements AutoCloseable {

  /** The floor that a send cannot be under. */
  static final String IN_A_ROW = "call, insert, round trip in a row";

  private final int concurrency;
  private final Timing timing;
  private final DurableInserts inserts;
  private final Operation calls;
  private final BrokerRoundTrips trips;

  private BareParts(
      int concurrency,
      Timing timing,
      DurableInserts inserts,
      Operation calls,
      BrokerRoundTrips trips) {
    this.concurrency = concurrency;
    this.timing = timing;
    this.inserts = inserts;
    this.calls = calls;
    this.trips = trips;
  }

  static BareParts of(Bench bench) {
    int concurrency = bench.options().concurrency();
    DurableInserts inserts = DurableInserts.on(bench.stack(), concurrency, LiveMessages.WORDS);
    BrokerRoundTrips trips = BrokerRoundTrips.on(bench.stack(), LiveMessages.WORDS);
    return new BareParts(
        concurrency, bench.options().floorTiming(), inserts, new BareCalls(bench.rest()), trips);
  }

  /** A figure per second with how many of each there can be. */
  Figure besides(Figure figure) {
    return figure
        .over(IN_A_ROW, perSecond(inARow()))
        .over(inserts.name(), perSecond(inserts))
        .over(BareCalls.NAME, perSecond(calls))
        .over(trips.name(), perSecond(trips))
        .noting("database", inserts.database());
  }

  private double perSecond(Operation operation) {
    return new ClosedLoop(operation, concurrency).run(timing).perSecond();
  }

  /** How long the three in a row take at a rate. */
  LatencyReport latency(double rate) {
    return new OpenLoop(inARow(), rate).run(timing);
  }

  private Operation inARow() {
    return calls.then(inserts).then(trips);
  }

  @Override
  public void close() {
    try (inserts) {
      trips.close();
    }
  }
}
