package chat.letstalk.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS Lambda on this machine: the Invoke API (version 2015-03-31, synchronous invocations) at an
 * address of the loopback interface, for whatever credentials and region. Each function runs in
 * processes of its own with AWS's runtime client around it, so that handlers run here as they do
 * there. Invocations beyond a function's concurrency wait for as long as the function may run.
 * Linux only, as is the runtime client.
 */
public final class LocalLambda implements AutoCloseable {

  /** The region that functions find themselves in. */
  public static final String REGION = "eu-central-1";

  private static final Pattern INVOKE =
      Pattern.compile(
          "/2015-03-31/functions/(?:arn:[^/]*:function:)?([\\w-]+)(?::[^/]+)?/invocations");
  private static final int MAX_PAYLOAD = 6 * 1024 * 1024;
  private static final int MAX_CALLERS = 64;

  private final Path data;
  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, LambdaPool> functions = new ConcurrentHashMap<>();

  private LocalLambda(Path data, HttpServer server, ExecutorService threads) {
    this.data = data;
    this.server = server;
    this.threads = threads;
  }

  /** Opens the endpoint on a free port; functions log to a folder. */
  public static LocalLambda start(Path data) {
    return start(data, 0);
  }

  /** The same on a fixed port, with functions that can be invoked from the first moment. */
  public static LocalLambda start(Path data, int port, LambdaFunction... functions) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
      ExecutorService threads =
          Executors.newFixedThreadPool(MAX_CALLERS, task -> new Thread(task, "lambda invocation"));
      LocalLambda lambda = new LocalLambda(data.toAbsolutePath(), server, threads);
      server.setExecutor(threads);
      server.createContext("/", lambda::serve);
      List.of(functions).forEach(lambda::deploy);
      server.start();
      return lambda;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a function invocable; returns when all its environments wait for work. */
  public LocalLambda deploy(LambdaFunction function) {
    functions.put(function.name(), new LambdaPool(function, data));
    return this;
  }

  /** What AWS's SDK is given as endpoint override. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  static String arn(String functionName) {
    return "arn:aws:lambda:%s:000000000000:function:%s".formatted(REGION, functionName);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher call = INVOKE.matcher(exchange.getRequestURI().getPath());
      String type = exchange.getRequestHeaders().getFirst("X-Amz-Invocation-Type");
      if (!exchange.getRequestMethod().equals("POST") || !call.matches()) {
        refuse(exchange, 404, "UnknownOperationException", "Functions can only be invoked here");
      } else if (type != null && !type.equals("RequestResponse")) {
        refuse(exchange, 400, "InvalidParameterValueException", "Only RequestResponse is known");
      } else {
        invoke(exchange, call.group(1));
      }
    }
  }

  private void invoke(HttpExchange exchange, String name) throws IOException {
    LambdaPool pool = functions.get(name);
    byte[] payload = exchange.getRequestBody().readNBytes(MAX_PAYLOAD + 1);
    if (pool == null) {
      refuse(exchange, 404, "ResourceNotFoundException", "Function not found: " + arn(name));
    } else if (payload.length > MAX_PAYLOAD) {
      refuse(exchange, 413, "RequestTooLargeException", "A payload has at most 6 MiB");
    } else {
      answer(exchange, pool, payload);
    }
  }

  private static void answer(HttpExchange exchange, LambdaPool pool, byte[] payload)
      throws IOException {
    try {
      Optional<LambdaAnswer> answer = pool.invoke(payload);
      if (answer.isEmpty()) {
        refuse(exchange, 429, "TooManyRequestsException", "Rate Exceeded.");
        return;
      }
      if (answer.get().failed()) {
        exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
      }
      exchange.getResponseHeaders().add("X-Amz-Executed-Version", "$LATEST");
      write(exchange, 200, answer.get().payload());
    } catch (StackException e) {
      refuse(exchange, 502, "InvalidRuntimeException", "The function does not start; see its log");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      refuse(exchange, 500, "ServiceException", "The endpoint ends");
    }
  }

  private static void refuse(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    exchange.getResponseHeaders().add("X-Amzn-ErrorType", type);
    String json = "{\"Type\":\"User\",\"Message\":\"%s\"}".formatted(message);
    write(exchange, status, json.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(HttpExchange exchange, int status, byte[] json) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, json.length == 0 ? -1 : json.length);
    exchange.getResponseBody().write(json);
  }

  /** Ends all functions, and the endpoint. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    functions.values().forEach(LambdaPool::close);
  }
}
