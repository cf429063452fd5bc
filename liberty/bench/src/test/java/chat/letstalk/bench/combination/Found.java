package chat.letstalk.bench.combination;

import chat.letstalk.bench.report.Figure;
import chat.letstalk.bench.report.Report;
import chat.letstalk.bench.section.ChatList;
import chat.letstalk.bench.section.Sends;
import chat.letstalk.stack.Combination;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Combinations as if they had been measured. */
final class Found {

  private Found() {}

  static Measured on(String store, String broker, String cache, double sends, double listP99) {
    String trip =
        broker.equals("aws") ? "bare SNS to SQS round trip (FIFO)" : "bare Kafka round trip";
    return new Measured(
        new Combination(store, broker, cache),
        new Report(
            Instant.EPOCH,
            Map.of(),
            Map.of(),
            List.of(
                Figure.of("sends", Sends.MOST, sends, "/s")
                    .over(Sends.IN_A_ROW, 2 * sends)
                    .over("bare durable insert, one row", 7001)
                    .over("bare REST call", 7002)
                    .over(trip, 7003),
                Figure.of("sends", Sends.LATENCY + "p50", 11, "ms"),
                Figure.of("sends", Sends.LATENCY + "p99", 12, "ms"),
                Figure.of("chat-list", ChatList.MOST, 345, "/s"),
                Figure.of("chat-list", ChatList.UNDER_LOAD + "p50", 13, "ms"),
                Figure.of("chat-list", ChatList.UNDER_LOAD + "p99", listP99, "ms")),
            List.of()));
  }

  static Measured failed(String store, String broker, String cache, String reason) {
    return new Measured(new Combination(store, broker, cache), Report.failed(reason));
  }
}
