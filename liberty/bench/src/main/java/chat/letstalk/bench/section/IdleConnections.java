package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.Section;
import chat.letstalk.bench.floor.BareCalls;
import chat.letstalk.bench.load.Batch;
import chat.letstalk.bench.load.HubConnection;
import chat.letstalk.bench.load.RestCall;
import chat.letstalk.bench.load.RestClient;
import chat.letstalk.bench.people.Person;
import chat.letstalk.bench.process.Memory;
import chat.letstalk.bench.process.ServerMemory;
import chat.letstalk.bench.report.Aim;
import chat.letstalk.bench.report.Figure;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What an authorised connection on which nothing happens but pings costs the server in memory. Its
 * floor is an HTTP connection to the same server that was used once and is kept alive.
 */
public final class IdleConnections implements Section {

  /** 5,000 of them in less than 100 MB. */
  private static final double AIM_KILOBYTES = 20;

  private static final int CHATS = 10;
  private static final int AT_ONCE = 32;

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public void measure(Bench bench, Consumer<Figure> figures) {
    String server = bench.stack().serverOf("notification");
    ProcessHandle process = bench.stack().processes().get(server);
    if (process == null) {
      throw new BenchException("The process of " + server + " is gone.");
    }
    ServerMemory memory = new ServerMemory(process);
    int count = bench.options().idleConnections();
    warmUp(bench, count / 10 + 1);
    bench.progress().accept("%d bare connections".formatted(count));
    double bare = bareKilobytes(bench, memory, count);
    bench.progress().accept("%d idle connections".formatted(count));
    figures.accept(
        idle(bench, memory, count)
            .aimingAt(Aim.atMost(AIM_KILOBYTES))
            .over("bare HTTP connection, kept alive", bare));
  }

  /** What the server loads and compiles for its first connections belongs to none of them. */
  private static void warmUp(Bench bench, int count) {
    close(open(bench, count));
  }

  private static double bareKilobytes(Bench bench, ServerMemory memory, int count) {
    URI server = URI.create("http://" + bench.stack().hubUrl().getAuthority());
    Memory before = memory.settled();
    List<RestClient> clients =
        IntStream.range(0, count).mapToObj(n -> new RestClient(bench.wire(), server, 1)).toList();
    Batch.of(
        "Opening bare connections",
        count,
        AT_ONCE,
        n -> clients.get(n).send(RestCall.get(BareCalls.PATH)));
    Memory after = memory.settled();
    clients.forEach(RestClient::close);
    return kilobytes(before.resident(), after.resident()) / count;
  }

  private Figure idle(Bench bench, ServerMemory memory, int count) {
    Memory before = memory.settled();
    List<HubConnection> connections = open(bench, count);
    Memory after = memory.settled();
    long broken = connections.stream().filter(connection -> !connection.isOpen()).count();
    close(connections);
    double resident = kilobytes(before.resident(), after.resident());
    double heap = kilobytes(before.heap(), after.heap());
    return Figure.of(name(), "memory per idle connection", resident / count, "kB")
        .noting(
            "all " + count,
            "%.1f MB resident, from %.0f to %.0f MB"
                .formatted(resident / 1000, before.resident() / 1e6, after.resident() / 1e6))
        .noting(
            "of it alive in the heap", "%.1f MB, %.1f kB each".formatted(heap / 1000, heap / count))
        .noting("connections broken", String.valueOf(broken));
  }

  private static List<HubConnection> open(Bench bench, int count) {
    List<Person> people =
        bench.people().chats(CHATS).stream().flatMap(chat -> chat.members().stream()).toList();
    return Batch.of(
        "Opening idle connections",
        count,
        AT_ONCE,
        n -> bench.hub().open(people.get(n % people.size()).token(), sequence -> {}));
  }

  private static void close(List<HubConnection> connections) {
    Batch.of("Closing", connections.size(), AT_ONCE, n -> connections.get(n).close());
  }

  private static double kilobytes(long before, long after) {
    return (after - before) / 1000.0;
  }
}
