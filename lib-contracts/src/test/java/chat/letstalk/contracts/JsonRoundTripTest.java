package chat.letstalk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.contracts.event.EmailEvent;
import chat.letstalk.contracts.event.ImagePreviewReady;
import chat.letstalk.contracts.event.ImagePreviewRequest;
import chat.letstalk.contracts.event.ImageRemoval;
import chat.letstalk.contracts.event.LinkPreviewReady;
import chat.letstalk.contracts.event.LinkPreviewRequest;
import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.contracts.hub.PayloadType;
import chat.letstalk.contracts.rest.AccountDto;
import chat.letstalk.contracts.rest.ChatCreated;
import chat.letstalk.contracts.rest.ChatDto;
import chat.letstalk.contracts.rest.EmailLogin;
import chat.letstalk.contracts.rest.GenerateLoginCode;
import chat.letstalk.contracts.rest.ImageDto;
import chat.letstalk.contracts.rest.ImagePreviewDto;
import chat.letstalk.contracts.rest.LinkPreviewDto;
import chat.letstalk.contracts.rest.LoginCodeGenerated;
import chat.letstalk.contracts.rest.LoginResult;
import chat.letstalk.contracts.rest.MessageDto;
import chat.letstalk.contracts.rest.NewChat;
import chat.letstalk.contracts.rest.NewMessage;
import chat.letstalk.contracts.rest.Problem;
import chat.letstalk.contracts.rest.ProfileDto;
import chat.letstalk.contracts.rest.ProfileUpdate;
import chat.letstalk.contracts.rest.UploadedImageDto;
import jakarta.json.Json;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonRoundTripTest {

  private static final ImageDto IMAGE = new ImageDto("picture", 1);
  private static final UploadedImageDto UPLOADED =
      new UploadedImageDto("picture", 1280, 960, 4, 1, "1764043200.signature");
  private static final LinkPreviewDto LINK =
      new LinkPreviewDto("m", "c", "Title", "https://example.com/a.png", "https://example.com/");
  private static final ImagePreviewDto PREVIEW =
      new ImagePreviewDto("m", "preview", "c", 512, 438, 1);

  private final Jsonb jsonb = JsonbBuilder.create();

  static Stream<Object> everyModel() {
    return Stream.of(
        new NotificationEvent(
            "e",
            PayloadType.MESSAGE,
            List.of("a", "b"),
            "a",
            1764000000123L,
            Json.createObjectBuilder().add("id", "m").add("text", "naïve 😀").build()),
        new NotificationEvent(
            "e", "SomethingNew", List.of("a"), null, 0, Json.createObjectBuilder().build()),
        new EmailEvent("e", "bob@example.com", "Code", "4711", "<b>4711</b>", 1764000120L),
        new EmailEvent("e", "bob@example.com", "Code", "4711", null, 0),
        new LinkPreviewRequest("e", "m", "c", "https://example.com/"),
        new LinkPreviewReady(
            "e", "m", "c", "https://example.com/", "Title", "https://example.com/a.png"),
        new LinkPreviewReady("e", "m", "c", "https://example.com/", "Title", null),
        new ImagePreviewRequest("e", "m", "c", "picture", 1),
        new ImagePreviewReady("e", "m", "c", "picture", "preview", 512, 438, 1),
        new ImageRemoval("e", "picture", 1),
        new GenerateLoginCode("alice@example.com", 1764000000L),
        new LoginCodeGenerated(120),
        new EmailLogin("alice@example.com", 4711, 1764000000L),
        new LoginResult(true, "token"),
        new ProfileDto("a", "https://example.com/a", "Alice", "Smith", "alice@example.com", IMAGE),
        new ProfileDto("a", null, null, null, "alice@example.com", null),
        new ProfileUpdate("Alice", "Smith", UPLOADED),
        new ProfileUpdate("Alice", "Smith", null),
        new AccountDto("a", 3, null, "Bob", "Jones", IMAGE),
        new NewChat("a"),
        new ChatCreated("c"),
        new ChatDto("c", 3, null, "Bob Jones", 2, 1764000000L, "m", IMAGE, true, List.of("b", "a")),
        new ChatDto("c", 3, null, "Bob Jones", 0, null, null, null, true, List.of("b", "a")),
        new NewMessage("c", "Hello", null, "client-id"),
        new NewMessage("c", null, UPLOADED, null),
        new MessageDto(
            "m", "Hi", "<p>Hi</p>", "c", true, 1764000000L, LINK, IMAGE, PREVIEW, false, 0),
        new Problem("about:blank", "Invalid request", 400, "x", Map.of("code", List.of("y"))));
  }

  @ParameterizedTest
  @MethodSource("everyModel")
  void what_is_written_reads_back_as_the_same(Object model) {
    assertThat(jsonb.fromJson(jsonb.toJson(model), model.getClass())).isEqualTo(model);
  }

  @ParameterizedTest
  @MethodSource("everyModel")
  void members_of_a_newer_version_are_ignored(Object model) {
    String newer =
        jsonb.toJson(model).replaceFirst("\\{", "{\"fromTheFuture\":{\"deep\":[1,{\"x\":null}]},");
    newer = newer.replace(",}", "}");
    assertThat(jsonb.fromJson(newer, model.getClass())).isEqualTo(model);
  }

  @ParameterizedTest
  @MethodSource("everyModel")
  void member_names_are_the_component_names(Object model) {
    var json = jsonb.fromJson(jsonb.toJson(model), jakarta.json.JsonObject.class);
    var components =
        Stream.of(model.getClass().getRecordComponents()).map(c -> c.getName()).toList();
    assertThat(components).containsAll(json.keySet());
  }
}
