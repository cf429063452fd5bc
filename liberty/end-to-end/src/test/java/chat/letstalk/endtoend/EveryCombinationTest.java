package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.letstalk.images.Pictures;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.stack.Choice;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same WARs do the same job on every store, broker and cache. One stack at a time; where an
 * engine cannot run on this machine, its combinations fail and say so.
 */
class EveryCombinationTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final byte[] PICTURE =
      Pictures.encoded(Pictures.quarters(1400, 1200), ImageFormat.WEBP);

  static Stream<Arguments> combinations() {
    return Stream.of("mysql", "mongodb")
        .flatMap(
            store ->
                Stream.of("kafka", "aws")
                    .flatMap(
                        broker ->
                            Stream.of("memory", "redis")
                                .map(cache -> Arguments.of(store, broker, cache))));
  }

  @ParameterizedTest(name = "{0} + {1} + {2}")
  @MethodSource("combinations")
  void two_people_chat_live_and_everything_is_kept(String store, String broker, String cache) {
    List<Part> standsOn = engines(store, broker, cache);
    if (store.equals("mysql") && broker.equals("kafka") && cache.equals("memory")) {
      theyChatOn(Stack.allInOne(), standsOn, store, broker, cache);
      return;
    }
    Map<Choice, String> chosen = new EnumMap<>(Choice.class);
    chosen.put(Choice.STORE, store);
    chosen.put(Choice.BROKER, broker);
    chosen.put(Choice.CACHE, cache);
    try (Stack stack = Stack.allInOneOn(chosen)) {
      theyChatOn(stack, standsOn, store, broker, cache);
    }
  }

  private static List<Part> engines(String store, String broker, String cache) {
    List<Part> engines = new ArrayList<>();
    engines.add(store.equals("mysql") ? Part.DATABASE : Part.MONGODB);
    if (cache.equals("redis")) {
      engines.add(Part.REDIS);
    }
    engines.add(broker.equals("kafka") ? Part.KAFKA : Part.AWS);
    return engines;
  }

  private static void theyChatOn(
      Stack stack, List<Part> engines, String store, String broker, String cache) {
    assertThat(stack.chosenBy("all-in-one"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "letstalk.store=" + store,
                        "letstalk.broker=" + broker,
                        "letstalk.cache=" + cache))
        .allSatisfy(line -> assertThat(line).contains("letstalk.broker=" + broker));
    try (WebSite site = new WebSite();
        Person alice = Person.signedIn(stack, "Alice");
        Person bob = Person.signedIn(stack, "Bob")) {
      alice.startsChatWith(bob);
      bob.startsChatWith(alice);
      HubConnection his = bob.connects();
      alice.connects();

      JsonObject text = alice.sends("Hello, Bob");
      bob.eventually().sees(text);
      alice.eventually().sees(text);
      JsonObject link = alice.sends("look: " + site.shows("/", "<title>Look</title>"));
      JsonObject picture =
          alice
              .triesToSend(
                  GrpcWebFiles.asSent(
                      new GrpcWebFiles(stack.files(), alice.token()).upload(PICTURE)))
              .ok()
              .object();
      await().atMost(LONG).until(() -> his.pushes().size() >= 5);
      assertThat(his.pushes())
          .extracting(Push::type)
          .containsExactlyInAnyOrder(
              "MessageDto", "MessageDto", "MessageDto", "LinkPreviewDto", "ImagePreviewDto");

      assertThat(bob.unread()).isEqualTo(3);
      assertThat(bob.reads(link).unread()).isEqualTo(1);
      List<JsonObject> history = bob.history("");
      assertThat(ids(history)).isEqualTo(ids(List.of(text, link, picture)));
      assertThat(history.get(1).getJsonObject("linkPreview").getString("title")).isEqualTo("Look");
      assertThat(history.get(2).getJsonObject("imagePreview").getInt("width")).isEqualTo(512);

      new FlowUnderFaults(stack).nothing_acknowledged_is_lost_whatever_is_away(engines);
      await()
          .atMost(LONG)
          .ignoreException(AssertionError.class)
          .until(() -> bob.history("").equals(history));
      assertThat(bob.unread()).isEqualTo(1);
      bob.eventually().sees(alice.sends("Still there?"));
    }
  }

  private static List<String> ids(List<JsonObject> messages) {
    return messages.stream().map(message -> message.getString("id")).toList();
  }
}
