package chat.letstalk.stack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The processes of one stack: engines, and the Liberty servers that stand on them. */
final class StackParts implements AutoCloseable {

  private static final Duration LIBERTY_DEADLINE = Duration.ofSeconds(400);

  /** What a start takes on a slow machine; a database that is away takes longer. */
  private static final Duration WITHOUT_A_WORD = Duration.ofSeconds(60);

  private static final int AT_A_TIME = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final StackOptions options;
  private final Consumer<String> progress;
  private final Map<String, Engine> engines;
  private final Map<String, StackProcess> running = new ConcurrentHashMap<>();

  /**
   * @param progress told in words what is ready
   */
  StackParts(StackOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
    this.engines =
        Engine.of(options).stream().collect(Collectors.toMap(Engine::part, Function.identity()));
  }

  /**
   * One server starts beside the engines, as services retry until what they need is there. Of
   * several, no more start at a time than there are processors: together they would keep all from
   * being ready in time. The one on the main port is the last, so that its readiness stands for
   * everything.
   */
  void startAll() {
    List<String> servers = options.servers();
    if (servers.size() == 1) {
      launch(servers.get(0));
      awaitEngines();
      awaitServer(servers.get(0));
      return;
    }
    awaitEngines();
    int last = servers.size() - 1;
    for (int next = 0; next < last; next += AT_A_TIME) {
      List<String> some = servers.subList(next, Math.min(next + AT_A_TIME, last));
      some.forEach(this::launch);
      some.forEach(this::awaitServer);
    }
    launch(servers.get(last));
    awaitServer(servers.get(last));
  }

  private void awaitEngines() {
    try {
      CompletableFuture.allOf(
              engines.values().stream().map(this::inBackground).toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StackException cause ? cause : e;
    }
  }

  private CompletableFuture<Void> inBackground(Engine engine) {
    return CompletableFuture.runAsync(() -> start(engine), task -> thread(task, engine.part()));
  }

  private static void thread(Runnable task, String part) {
    Thread thread = new Thread(task, "starts " + part);
    thread.setDaemon(true);
    thread.start();
  }

  private void start(Engine engine) {
    running.put(engine.part(), engine.start());
    progress.accept(engine.part() + " is ready: " + engine.software());
  }

  private void launch(String server) {
    progress.accept(server + " starts in Open Liberty");
    ServiceEnvironment environment = new ServiceEnvironment(options);
    if (!options.separate()) {
      environment.skinnyWars().unpack(Checkout.find().wars());
    }
    running.put(server, new LibertyServer(server, options.data()).start(environment.of(server)));
  }

  private void awaitServer(String server) {
    String service = server.equals(LocalStack.ALL_IN_ONE) ? "chat-api" : server;
    URI health = URI.create("http://127.0.0.1:" + options.ports().http(service) + "/health/ready");
    Readiness ready = Readiness.answering(health);
    StackProcess process = running.get(server);
    StartFailures failures = new StartFailures(process.log());
    Hint hint =
        new Hint(
            WITHOUT_A_WORD,
            () -> progress.accept("%s waits for something: %s names it".formatted(server, health)));
    process.awaitReady(
        () -> {
          failures.next().ifPresent(process::giveUp);
          hint.giveIfDue();
          return ready.isReady();
        },
        LIBERTY_DEADLINE);
    progress.accept(server + " is ready");
  }

  /** Starts a part again where it was, after ending it if it still runs; waits until it serves. */
  void restart(String part) {
    of(part).close();
    if (engines.containsKey(part)) {
      start(engines.get(part));
    } else {
      launch(part);
      awaitServer(part);
    }
  }

  /** The names of all parts. */
  List<String> names() {
    return running.keySet().stream().sorted().toList();
  }

  /** The names of parts that have ended by themselves. */
  List<String> ended() {
    return running.entrySet().stream()
        .filter(entry -> !entry.getValue().isAlive())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  StackProcess of(String part) {
    StackProcess process = running.get(part);
    if (process == null) {
      throw new StackException(part + " is not a part of this stack: " + running.keySet() + ".");
    }
    return process;
  }

  /** Ends everything in order. */
  @Override
  public void close() {
    RunningParts.end(List.copyOf(running.values()));
  }
}
