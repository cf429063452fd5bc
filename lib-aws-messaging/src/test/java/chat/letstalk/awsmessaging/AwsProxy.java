package chat.letstalk.awsmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before SNS and SQS: refuses calls as IAM does, or lets none through, as a dead network.
 */
final class AwsProxy implements AutoCloseable {

  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z]+)");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI target;
  private final Set<String> denied = ConcurrentHashMap.newKeySet();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile boolean cut;

  AwsProxy() {
    this(TestAws.endpoint());
  }

  AwsProxy(URI target) {
    this.target = target;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** What a service is given to reach AWS through here. */
  Map<String, String> setting() {
    return Map.of("letstalk.aws.endpoint", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  void deny(String... actions) {
    denied.addAll(List.of(actions));
  }

  void allowAll() {
    denied.clear();
  }

  void cut() {
    cut = true;
  }

  void mend() {
    cut = false;
  }

  List<String> calls() {
    return calls;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String sqs = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String action = sqs == null ? snsAction(body) : sqs.substring(sqs.indexOf('.') + 1);
    calls.add(action);
    try (exchange) {
      if (cut) {
        return;
      }
      if (denied.contains(action)) {
        refuse(exchange, action, sqs != null);
        return;
      }
      HttpResponse<byte[]> answer = forward(exchange, body);
      if (cut) {
        return;
      }
      answer
          .headers()
          .firstValue("content-type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String snsAction(byte[] body) {
    Matcher action = ACTION.matcher(URLDecoder.decode(new String(body, UTF_8), UTF_8));
    return action.find() ? action.group(1) : "?";
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve("/"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    for (String header : List.of("Content-Type", "X-Amz-Target", "Authorization")) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void refuse(HttpExchange exchange, String action, boolean sqs) throws IOException {
    String answer =
        sqs
            ? "{\"__type\":\"com.amazon.coral.service#AccessDeniedException\",\"message\":\"not authorized to perform: sqs:%s\"}"
            : "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type><Code>AuthorizationError</Code><Message>not authorized to perform: SNS:%s</Message></Error><RequestId>1</RequestId></ErrorResponse>";
    byte[] bytes = answer.formatted(action).getBytes(UTF_8);
    exchange
        .getResponseHeaders()
        .set("Content-Type", sqs ? "application/x-amz-json-1.0" : "text/xml");
    exchange.sendResponseHeaders(403, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    cut = true;
    server.stop(0);
    threads.shutdownNow();
  }
}
