package chat.letstalk.bench;

import chat.letstalk.bench.load.HubClient;
import chat.letstalk.bench.load.RestClient;
import chat.letstalk.bench.load.Wire;
import chat.letstalk.bench.people.People;
import chat.letstalk.stack.RunningStack;
import java.util.function.Consumer;

/**
 * What every section works with: the stack that is measured, and the one load client.
 *
 * @param rest as many connections as the concurrency, and some more so that no figure waits for one
 * @param progress hears in words what is going on
 */
public record Bench(
    RunningStack stack,
    BenchOptions options,
    Wire wire,
    RestClient rest,
    HubClient hub,
    People people,
    Consumer<String> progress) {

  private static final int SPARE_CONNECTIONS = 64;

  /** The same load client on any stack. */
  public static Bench of(
      RunningStack stack, BenchOptions options, Wire wire, Consumer<String> progress) {
    RestClient rest =
        new RestClient(wire, stack.restUrl(), options.concurrency() + SPARE_CONNECTIONS);
    return new Bench(
        stack,
        options,
        wire,
        rest,
        new HubClient(wire, stack.hubUrl()),
        new People(stack, rest, progress),
        progress);
  }
}
