package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.letstalk.images.Pictures;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.stack.Combination;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same WARs do the same job on every store, broker and cache. Two stacks at a time; where an
 * engine cannot run on this machine, its combinations fail and say so.
 */
class EveryCombinationTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final byte[] PICTURE =
      Pictures.encoded(Pictures.quarters(1400, 1200), ImageFormat.WEBP);

  static List<Combination> combinations() {
    return Combination.all();
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void two_people_chat_live_and_everything_is_kept(Combination combination) {
    if (combination.equals(Combination.all().get(0))) {
      theyChatOn(Stack.allInOne(), combination);
      return;
    }
    try (Stack stack = Stack.allInOneOn(combination)) {
      theyChatOn(stack, combination);
    }
  }

  private static List<Part> partsOf(Combination combination) {
    List<Part> parts = new ArrayList<>();
    parts.add(combination.store().equals("mysql") ? Part.DATABASE : Part.MONGODB);
    if (combination.cache().equals("redis")) {
      parts.add(Part.REDIS);
    }
    parts.add(combination.broker().equals("kafka") ? Part.KAFKA : Part.AWS);
    return parts;
  }

  private static void theyChatOn(Stack stack, Combination combination) {
    assertThat(stack.chosenBy("all-in-one"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "letstalk.store=" + combination.store(),
                        "letstalk.broker=" + combination.broker(),
                        "letstalk.cache=" + combination.cache()))
        .allSatisfy(line -> assertThat(line).contains("letstalk.broker=" + combination.broker()));
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

      new FlowUnderFaults(stack)
          .nothing_acknowledged_is_lost_whatever_is_away(partsOf(combination));
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
