package chat.letstalk.endtoend;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A connection as the single-page client makes it: a bare WebSocket and the hub's records. */
final class HubConnection implements AutoCloseable {

  private static final char SEPARATOR = 0x1E;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final ScheduledExecutorService PINGS =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "hub-pings");
            thread.setDaemon(true);
            return thread;
          });

  private final List<JsonObject> records = new CopyOnWriteArrayList<>();
  private final List<Push> pushes = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private ScheduledFuture<?> pings;

  private HubConnection(URI hub, String origin) {
    var builder = CLIENT.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
    if (origin != null) {
      builder.header("Origin", origin);
    }
    socket = builder.buildAsync(hub, new Records()).join();
  }

  /** An open socket on which nothing has been said yet. */
  static HubConnection opensTo(URI hub) {
    return new HubConnection(hub, "http://localhost:4200");
  }

  static HubConnection opensTo(URI hub, String origin) {
    return new HubConnection(hub, origin);
  }

  /** The first words of every client: handshake, and a ping straight after the answer. */
  HubConnection shakesHands() {
    says("{\"protocol\":\"json\",\"version\":1}");
    await().until(() -> isClosed() || !records.isEmpty());
    if (isClosed()) {
      throw new IllegalStateException("Closed at the handshake");
    }
    ping();
    pings = PINGS.scheduleAtFixedRate(this::ping, 10, 10, TimeUnit.SECONDS);
    return this;
  }

  /** Says who is there and waits for the completion, which it returns. */
  JsonObject authorizes(String token, String invocationId, String... furtherArguments) {
    var arguments = Json.createArrayBuilder().add(token);
    List.of(furtherArguments).forEach(arguments::add);
    return invokes("AuthorizeAsync", arguments.build().toString(), invocationId);
  }

  JsonObject invokes(String target, String arguments, String invocationId) {
    says(
        "{\"type\":1,\"target\":\"%s\",\"arguments\":%s,\"invocationId\":\"%s\"}"
            .formatted(target, arguments, invocationId));
    await().until(() -> isClosed() || completionOf(invocationId) != null);
    JsonObject completion = completionOf(invocationId);
    if (completion == null) {
      throw new IllegalStateException("Closed before the completion of " + target);
    }
    return completion;
  }

  private JsonObject completionOf(String invocationId) {
    return records.stream()
        .filter(r -> r.getInt("type", 0) == 3 && invocationId.equals(r.getString("invocationId")))
        .findFirst()
        .orElse(null);
  }

  HubConnection says(String record) {
    return sends(record + SEPARATOR, true);
  }

  synchronized HubConnection sends(String text, boolean last) {
    socket.sendText(text, last).join();
    return this;
  }

  private void ping() {
    try {
      says("{\"type\":6}");
    } catch (CompletionException | IllegalStateException e) {
      closed.complete(1006);
      pings.cancel(false);
    }
  }

  List<JsonObject> records() {
    return records;
  }

  List<Push> pushes() {
    return pushes;
  }

  boolean sees(String messageId) {
    return pushes.stream().anyMatch(push -> messageId.equals(push.id()));
  }

  boolean isClosed() {
    return closed.isDone();
  }

  int closeCode() {
    return closed.join();
  }

  /** As a browser's tab that is closed. */
  @Override
  public void close() {
    stopPings();
    if (!isClosed()) {
      socket.sendClose(1001, "").exceptionally(gone -> socket).join();
      socket.abort();
      closed.complete(1001);
    }
  }

  /** As a cable that is pulled. */
  void breaks() {
    stopPings();
    socket.abort();
    closed.complete(1006);
  }

  private void stopPings() {
    if (pings != null) {
      pings.cancel(false);
    }
  }

  private final class Records implements WebSocket.Listener {

    private final StringBuilder unfinished = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      unfinished.append(data);
      int end;
      while ((end = unfinished.indexOf(String.valueOf(SEPARATOR))) >= 0) {
        take(unfinished.substring(0, end));
        unfinished.delete(0, end + 1);
      }
      webSocket.request(1);
      return null;
    }

    private void take(String text) {
      try (var reader = Json.createReader(new StringReader(text))) {
        JsonObject record = reader.readObject();
        records.add(record);
        if (record.getInt("type", 0) == 1) {
          var arguments = record.getJsonArray("arguments");
          pushes.add(new Push(arguments.getJsonObject(0), arguments.getString(1)));
        }
      }
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
      closed.completeExceptionally(new AssertionError("The hub speaks text frames only"));
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
      closed.complete(statusCode);
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      closed.complete(1006);
    }
  }
}
