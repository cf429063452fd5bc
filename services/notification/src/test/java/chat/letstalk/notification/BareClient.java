package chat.letstalk.notification;

import static chat.letstalk.notification.Waiting.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bare WebSocket that speaks the hub's records, as the single-page client does. */
public final class BareClient implements AutoCloseable, WebSocket.Listener {

  private static final char SEPARATOR = 0x1E;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final List<JsonObject> records = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder unfinished = new StringBuilder();
  private volatile boolean reading = true;
  private WebSocket socket;

  private BareClient() {}

  /** Opens; fails with a CompletionException when the server will not have it. */
  public static BareClient opensTo(URI hub, String... headers) {
    var client = new BareClient();
    var builder = CLIENT.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    client.socket = builder.buildAsync(hub, client).join();
    return client;
  }

  public BareClient shakesHands() {
    says("{\"protocol\":\"json\",\"version\":1}");
    await().until(() -> !records.isEmpty());
    return says("{\"type\":6}");
  }

  /** Authorises and returns the completion. */
  public JsonObject authorizes(String token, String invocationId, String... lastEventId) {
    var arguments = Json.createArrayBuilder().add(token);
    List.of(lastEventId).forEach(arguments::add);
    return invokes("AuthorizeAsync", arguments.build().toString(), invocationId);
  }

  public JsonObject invokes(String target, String arguments, String invocationId) {
    says(
        "{\"type\":1,\"target\":\"%s\",\"arguments\":%s,\"invocationId\":\"%s\"}"
            .formatted(target, arguments, invocationId));
    await().until(() -> closed.isDone() || completionOf(invocationId) != null);
    return completionOf(invocationId);
  }

  private JsonObject completionOf(String invocationId) {
    return records.stream()
        .filter(r -> r.getInt("type", 0) == 3 && invocationId.equals(r.getString("invocationId")))
        .findFirst()
        .orElse(null);
  }

  public BareClient says(String record) {
    return sends(record + SEPARATOR, true);
  }

  public BareClient sends(String text, boolean last) {
    socket.sendText(text, last).join();
    return this;
  }

  public WebSocket socket() {
    return socket;
  }

  public List<JsonObject> records() {
    return records;
  }

  public List<JsonObject> ofType(int type) {
    return records.stream().filter(r -> r.getInt("type", 0) == type).toList();
  }

  /** What was pushed: the first argument of each SendNotificationAsync. */
  public List<JsonObject> pushes() {
    return ofType(1).stream().map(r -> r.getJsonArray("arguments").getJsonObject(0)).toList();
  }

  public List<String> texts() {
    return pushes().stream().map(push -> push.getString("text")).toList();
  }

  public void hears(String... texts) {
    await().until(() -> texts().equals(List.of(texts)));
  }

  public boolean isClosed() {
    return closed.isDone();
  }

  public void isCutOff() {
    await().until(this::isClosed);
  }

  /** The server's last word. */
  public JsonObject goodbye() {
    isCutOff();
    return ofType(7).get(0);
  }

  public int closeCode() {
    return closed.join();
  }

  public void stopsReading() {
    reading = false;
  }

  public void readsOn() {
    reading = true;
    socket.request(1);
  }

  @Override
  public void close() {
    socket.abort();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    unfinished.append(data);
    int start = 0;
    for (int end; (end = unfinished.indexOf("\u001e", start)) >= 0; start = end + 1) {
      try (var reader = Json.createReader(new StringReader(unfinished.substring(start, end)))) {
        records.add(reader.readObject());
      }
    }
    unfinished.delete(0, start);
    if (reading) {
      webSocket.request(1);
    }
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
