package chat.letstalk.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * The side of AWS Lambda that a function's process talks to (the Runtime API, version 2018-06-01):
 * the process asks for its next invocation and hands back what became of it. Serves one process.
 */
final class LambdaRuntimeApi implements AutoCloseable {

  private static final String RUNTIME = "/2018-06-01/runtime/";

  private record Invocation(
      String id, byte[] payload, Instant deadline, CompletableFuture<LambdaAnswer> answer) {}

  private final String functionName;
  private final HttpServer server;
  private final ExecutorService threads;
  private final CompletableFuture<LambdaAnswer> started = new CompletableFuture<>();
  private final SynchronousQueue<Invocation> next = new SynchronousQueue<>();
  private volatile Invocation running;

  private LambdaRuntimeApi(String functionName, HttpServer server) {
    this.functionName = functionName;
    this.server = server;
    threads =
        Executors.newFixedThreadPool(
            4, task -> new Thread(task, "lambda runtime of " + functionName));
    server.setExecutor(threads);
    server.createContext(RUNTIME, this::serve);
    server.start();
  }

  /** Waits for the process at a free port of the loopback interface. */
  static LambdaRuntimeApi open(String functionName) {
    try {
      return new LambdaRuntimeApi(
          functionName,
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the process is given as AWS_LAMBDA_RUNTIME_API. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Whether the process has initialised its handler, or has said that it cannot. */
  boolean hasStarted() {
    return started.isDone();
  }

  /** Completes with nothing of interest, or with the reason why there is no handler. */
  CompletableFuture<LambdaAnswer> started() {
    return started;
  }

  /**
   * Gives the process one invocation.
   *
   * @return completes with its answer, whenever that comes
   */
  CompletableFuture<LambdaAnswer> invoke(byte[] payload, Duration timeout)
      throws InterruptedException {
    Invocation invocation =
        new Invocation(
            UUID.randomUUID().toString(),
            payload,
            Instant.now().plus(timeout),
            new CompletableFuture<>());
    if (!next.offer(invocation, timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      invocation
          .answer()
          .complete(LambdaAnswer.failure("Runtime.ExitError", "The runtime asked for no work"));
    }
    return invocation.answer();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(RUNTIME.length());
    byte[] body = exchange.getRequestBody().readAllBytes();
    try (exchange) {
      if (path.equals("invocation/next")) {
        giveNext(exchange);
      } else if (path.equals("init/error")) {
        started.complete(new LambdaAnswer(true, body));
        accept(exchange);
      } else {
        finish(path, body);
        accept(exchange);
      }
    }
  }

  private void giveNext(HttpExchange exchange) throws IOException {
    started.complete(new LambdaAnswer(false, new byte[0]));
    try {
      running = next.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the environment ends; so does the connection
      return;
    }
    var headers = exchange.getResponseHeaders();
    headers.add("Lambda-Runtime-Aws-Request-Id", running.id());
    headers.add("Lambda-Runtime-Deadline-Ms", String.valueOf(running.deadline().toEpochMilli()));
    headers.add("Lambda-Runtime-Invoked-Function-Arn", LocalLambda.arn(functionName));
    headers.add("Content-Type", "application/json");
    exchange.sendResponseHeaders(
        200, running.payload().length == 0 ? -1 : running.payload().length);
    exchange.getResponseBody().write(running.payload());
  }

  private void finish(String path, byte[] body) {
    Invocation invocation = running;
    if (invocation != null && path.startsWith("invocation/" + invocation.id())) {
      invocation.answer().complete(new LambdaAnswer(path.endsWith("/error"), body));
    }
  }

  private static void accept(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(202, -1);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
