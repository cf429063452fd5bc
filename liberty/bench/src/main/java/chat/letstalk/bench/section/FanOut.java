package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.Section;
import chat.letstalk.bench.load.ClosedLoop;
import chat.letstalk.bench.load.HubConnection;
import chat.letstalk.bench.load.Operation;
import chat.letstalk.bench.load.Throughput;
import chat.letstalk.bench.report.Aim;
import chat.letstalk.bench.report.Figure;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * How many pushes a second arrive when each message goes to many connections, and whether any is
 * lost. Its floor is a ping of the WebSocket protocol on the same connections: the container
 * answers it by itself, one frame in and one out.
 */
public final class FanOut implements Section {

  private static final double AIM_PER_SECOND = 25_000;
  private static final int CHATS = 4;

  /**
   * Enough that the next message is there when one is through, few enough that none queues long.
   */
  private static final int MESSAGES_UNDER_WAY = 16;

  private static final int PINGS_UNDER_WAY = 256;

  @Override
  public String name() {
    return "fan-out";
  }

  @Override
  public void measure(Bench bench, Consumer<Figure> figures) {
    var chats = bench.people().chats(CHATS);
    int perMember = Math.max(1, bench.options().fanOutConnections() / CHATS / 2);
    try (LiveMessages messages = LiveMessages.in(bench, chats, perMember)) {
      bench
          .progress()
          .accept("each message to %d connections".formatted(messages.connectionsPerChat()));
      Throughput pushes =
          new ClosedLoop(messages, MESSAGES_UNDER_WAY, messages::delivered)
              .run(bench.options().timing());
      bench.progress().accept("bare pings on the same connections");
      Throughput pings =
          new ClosedLoop(pings(messages), Math.min(PINGS_UNDER_WAY, messages.connections().size()))
              .run(bench.options().floorTiming());
      figures.accept(
          Figure.of(name(), "pushes", pushes.perSecond(), "/s")
              .aimingAt(Aim.atLeast(AIM_PER_SECOND))
              .over("bare WebSocket ping and pong", pings.perSecond())
              .noting(
                  "connections", "%d in %d chats".formatted(messages.connections().size(), CHATS))
              .noting("failed sends", String.valueOf(pushes.failed())));
      figures.accept(
          Figure.of(name(), "pushes lost", messages.missing(), "")
              .aimingAt(Aim.atMost(0))
              .noting("arrived", String.valueOf(messages.delivered()))
              .noting("repeated", String.valueOf(messages.repeated()))
              .noting("connections broken", String.valueOf(messages.broken())));
    }
  }

  private static Operation pings(LiveMessages messages) {
    Queue<HubConnection> free = new ConcurrentLinkedQueue<>(messages.connections());
    return () -> {
      HubConnection connection = free.poll();
      CompletableFuture<Void> pong = connection.ping();
      return pong.whenComplete((answer, failure) -> free.add(connection));
    };
  }
}
