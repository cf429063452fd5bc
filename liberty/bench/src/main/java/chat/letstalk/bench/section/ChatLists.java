package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.load.Batch;
import chat.letstalk.bench.load.Operation;
import chat.letstalk.bench.load.RestCall;
import chat.letstalk.bench.load.RestClient;
import chat.letstalk.bench.people.Chat;
import chat.letstalk.bench.people.Person;
import chat.letstalk.bench.people.Reader;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who look at their lists of chats, and others who write to them. One operation is one list,
 * of the readers in turn.
 */
final class ChatLists implements Operation {

  /** No account comes near the 1,000 requests a second that it may make. */
  private static final int READERS = 12;

  private static final int CHATS_EACH = 30;
  private static final int AT_ONCE = 16;
  private static final String PATH = "/api/Chat";

  private final RestClient rest;
  private final List<Reader> readers;
  private final List<Chat> chats;
  private final AtomicInteger lists = new AtomicInteger();
  private final AtomicInteger sends = new AtomicInteger();

  private ChatLists(RestClient rest, List<Reader> readers) {
    this.rest = rest;
    this.readers = readers;
    this.chats = readers.stream().flatMap(reader -> reader.chats().stream()).toList();
  }

  /** Each chat has a message, and each reader sees all of his chats. */
  static ChatLists in(Bench bench) {
    ChatLists lists = new ChatLists(bench.rest(), bench.people().readers(READERS, CHATS_EACH));
    Batch.of("Writing in chats", lists.chats.size(), AT_ONCE, n -> lists.send(lists.chats.get(n)));
    lists.readers.forEach(lists::requireWhole);
    return lists;
  }

  private void requireWhole(Reader reader) {
    String answer = Batch.of("Listing chats", 1, 1, n -> list(reader)).get(0);
    try (var json = Json.createReader(new StringReader(answer))) {
      JsonArray seen = json.readArray();
      if (seen.size() != CHATS_EACH) {
        throw new BenchException(
            "a list has %d chats instead of %d".formatted(seen.size(), CHATS_EACH));
      }
    }
  }

  /** What is listed, in words. */
  String inWords() {
    return "%d chats each, of %d people in turn".formatted(CHATS_EACH, READERS);
  }

  @Override
  public CompletableFuture<?> start() {
    return list(readers.get(Math.floorMod(lists.getAndIncrement(), readers.size())));
  }

  private CompletableFuture<String> list(Reader reader) {
    return rest.send(RestCall.get(reader.person().token(), PATH));
  }

  /** Somebody writes to one of the readers: to all in turn, in one chat after another. */
  Operation sends() {
    return () -> {
      int number = sends.getAndIncrement();
      Reader reader = readers.get(Math.floorMod(number, READERS));
      return send(reader.chats().get(Math.floorMod(number / READERS, CHATS_EACH)));
    };
  }

  private CompletableFuture<String> send(Chat chat) {
    Person other = chat.members().get(1);
    String body =
        Json.createObjectBuilder()
            .add("chatId", chat.id())
            .add("text", LiveMessages.WORDS)
            .build()
            .toString();
    return rest.send(RestCall.post(other.token(), "/api/Message", body));
  }
}
