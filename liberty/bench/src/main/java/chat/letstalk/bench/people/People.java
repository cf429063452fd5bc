package chat.letstalk.bench.people;

import chat.letstalk.bench.load.Batch;
import chat.letstalk.bench.load.RestCall;
import chat.letstalk.bench.load.RestClient;
import chat.letstalk.stack.RunningStack;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The people of one run: new accounts each time, so that no run depends on what former runs have
 * left, signed in by e-mail code as everybody is. Not thread-safe.
 */
public final class People {

  private static final int AT_ONCE = 8;

  private final RestClient rest;
  private final SignIn signIn;
  private final Consumer<String> progress;
  private final List<Chat> chats = new ArrayList<>();
  private final List<Reader> readers = new ArrayList<>();

  /**
   * Nobody yet.
   *
   * @param progress hears in words what takes a while
   */
  public People(RunningStack stack, RestClient rest, Consumer<String> progress) {
    this.rest = rest;
    this.signIn = new SignIn(stack, rest);
    this.progress = progress;
  }

  /** So many chats, each of two people who are in no other; made as far as there are too few. */
  public List<Chat> chats(int count) {
    int missing = count - chats.size();
    if (missing > 0) {
      progress.accept("%d people sign in by e-mail code".formatted(2 * missing));
      List<Person> newcomers = Batch.of("Signing in", 2 * missing, AT_ONCE, i -> signIn.newcomer());
      chats.addAll(
          Batch.of(
              "Starting chats",
              missing,
              AT_ONCE,
              i -> startChat(newcomers.get(2 * i), newcomers.get(2 * i + 1))));
    }
    return List.copyOf(chats.subList(0, count));
  }

  /**
   * So many newcomers who each have a chat with each of the same so many others. Made at the first
   * call; every later one gets the same, whatever it asks for.
   */
  public List<Reader> readers(int count, int chatsEach) {
    if (readers.isEmpty()) {
      progress.accept("%d people sign in by e-mail code".formatted(count + chatsEach));
      List<Person> newcomers =
          Batch.of("Signing in", count + chatsEach, AT_ONCE, i -> signIn.newcomer());
      List<Person> others = newcomers.subList(count, newcomers.size());
      newcomers.subList(0, count).forEach(person -> readers.add(withChats(person, others)));
    }
    return List.copyOf(readers);
  }

  private Reader withChats(Person person, List<Person> others) {
    return new Reader(
        person,
        Batch.of("Starting chats", others.size(), AT_ONCE, i -> startChat(person, others.get(i))));
  }

  private CompletableFuture<Chat> startChat(Person one, Person other) {
    JsonObject body = Json.createObjectBuilder().add("accountId", other.id()).build();
    return rest.send(RestCall.post(one.token(), "/api/Chat", body.toString()))
        .thenApply(answer -> new Chat(parsed(answer).getString("id"), List.of(one, other)));
  }

  static JsonObject parsed(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
