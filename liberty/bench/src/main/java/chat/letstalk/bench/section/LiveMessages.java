package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.load.Batch;
import chat.letstalk.bench.load.HubConnection;
import chat.letstalk.bench.load.Operation;
import chat.letstalk.bench.load.RestCall;
import chat.letstalk.bench.load.RestClient;
import chat.letstalk.bench.people.Chat;
import chat.letstalk.bench.people.Person;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends messages in chats whose members listen. One operation is one message: sent by a member,
 * stored, answered, and pushed on every connection of both members.
 */
final class LiveMessages implements Operation, AutoCloseable {

  /** As long as an ordinary message. */
  static final String WORDS =
      " is the number of this message, and this is about as much as people write in one go.";

  private static final int OPENING_AT_ONCE = 32;

  private final RestClient rest;
  private final List<Chat> chats;
  private final int connectionsPerMember;
  private final AtomicInteger sequence = new AtomicInteger();
  private final Map<Integer, Pending> underWay = new ConcurrentHashMap<>();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final List<HubConnection> connections = new ArrayList<>();

  private LiveMessages(RestClient rest, List<Chat> chats, int connectionsPerMember) {
    this.rest = rest;
    this.chats = chats;
    this.connectionsPerMember = connectionsPerMember;
  }

  /** Opens all connections and waits for them. */
  static LiveMessages in(Bench bench, List<Chat> chats, int connectionsPerMember) {
    LiveMessages messages = new LiveMessages(bench.rest(), chats, connectionsPerMember);
    int perChat = messages.connectionsPerChat();
    int all = chats.size() * perChat;
    messages.connections.addAll(
        Batch.of(
            "Opening " + all + " connections",
            all,
            OPENING_AT_ONCE,
            n -> {
              Person member = chats.get(n / perChat).members().get(n % 2);
              return bench
                  .hub()
                  .open(member.token(), sequence -> messages.pushed(sequence, n % perChat));
            }));
    return messages;
  }

  /** How many pushes one message makes. */
  int connectionsPerChat() {
    return 2 * connectionsPerMember;
  }

  @Override
  public CompletableFuture<?> start() {
    int number = sequence.incrementAndGet();
    Chat chat = chats.get(number % chats.size());
    Person sender = chat.members().get(number / chats.size() % 2);
    Pending pending = new Pending(connectionsPerChat());
    underWay.put(number, pending);
    String body =
        Json.createObjectBuilder()
            .add("chatId", chat.id())
            .add("text", number + WORDS)
            .build()
            .toString();
    var unused =
        rest.send(RestCall.post(sender.token(), "/api/Message", body))
            .whenComplete((answer, failure) -> answered(number, pending, failure));
    return pending.done();
  }

  private void answered(int number, Pending pending, Throwable failure) {
    if (failure == null) {
      pending.isAnswered();
      forgetIfDone(number, pending);
    } else {
      underWay.remove(number);
      pending.done().completeExceptionally(failure);
    }
  }

  private void pushed(int number, int connection) {
    Pending pending = underWay.get(number);
    if (pending == null || !pending.arrivesAt(connection)) {
      repeated.increment();
      return;
    }
    delivered.increment();
    forgetIfDone(number, pending);
  }

  private void forgetIfDone(int number, Pending pending) {
    if (pending.done().isDone()) {
      underWay.remove(number);
    }
  }

  /** Pushes that have arrived so far, each counted once. */
  long delivered() {
    return delivered.sum();
  }

  /** Pushes that came again, or for a message whose sending had failed. */
  long repeated() {
    return repeated.sum();
  }

  /** Pushes that have not arrived; once the load has come to rest they are lost. */
  long missing() {
    return underWay.values().stream().mapToLong(Pending::missing).sum();
  }

  /** Connections that the server has ended. */
  long broken() {
    return connections.stream().filter(connection -> !connection.isOpen()).count();
  }

  List<HubConnection> connections() {
    return connections;
  }

  @Override
  public void close() {
    Batch.of("Closing", connections.size(), OPENING_AT_ONCE, n -> connections.get(n).close());
  }
}
