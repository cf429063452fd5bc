package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The facts of the single-page client: a deviation breaks it. */
class WireTest {

  private static final Stack STACK = Stack.allInOne();
  private static final Rest NOBODY = new Rest(STACK.rest(), null);
  private static final String UNKNOWN = "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f";

  private static Person alice;
  private static Person bob;

  @BeforeAll
  static void two_people_chat() {
    alice = Person.signedIn(STACK, "Alice");
    bob = Person.signedIn(STACK, "Bob");
    alice.startsChatWith(bob);
    bob.startsChatWith(alice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/Profile", "/api/Chat", "/api/Account", "/api/Message/" + UNKNOWN})
  void without_a_token_it_is_401(String path) {
    NOBODY.get(path).problem(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/Profile", "/api/Chat", "/api/Account", "/api/Message/" + UNKNOWN})
  void with_a_bad_token_it_is_401(String path) {
    NOBODY.withToken("no-token-at-all").get(path).problem(401);
  }

  @Test
  void an_unknown_chat_is_404_in_status_and_body() {
    JsonObject problem = alice.rest().get("/api/Message/" + UNKNOWN).problem(404);
    assertThat(problem.getInt("status")).isEqualTo(404);
    alice.rest().get("/api/Message/-1").problem(404);
    alice.rest().get("/api/Message/" + UUID.randomUUID() + "?page=1").problem(404);
  }

  @Test
  void an_unknown_path_is_404_in_our_shape() {
    alice.rest().get("/api/NoSuchThing").problem(404);
  }

  @Test
  void a_wrong_code_is_400_with_the_words_the_client_shows() {
    Person stranger = Person.stranger(STACK, "stranger");
    stranger.asksForCode().ok();
    int code = stranger.receivesCode();
    JsonObject problem = stranger.entersCode(code == 9999 ? 1000 : code + 1).problem(400);
    assertThat(problem.toString()).contains("Code has expired");
  }

  @Test
  void a_failed_validation_names_the_field() {
    JsonObject problem =
        alice
            .rest()
            .put("/api/Profile", Json.createObjectBuilder().add("firstName", "").build())
            .problem(400);
    assertThat(problem.getString("title")).isEqualTo("Invalid request");
    assertThat(problem.getJsonObject("errors").values())
        .isNotEmpty()
        .allMatch(sentences -> sentences.getValueType() == ValueType.ARRAY);
  }

  @Test
  void the_clients_clock_may_differ_by_a_minute_only() {
    long now = System.currentTimeMillis() / 1000;
    var late =
        Json.createObjectBuilder()
            .add("email", "clock@example.com")
            .add("antiSpamToken", now - 3600)
            .build();
    NOBODY.post("/api/Authentication/generate-login-code", late).problem(400);
  }

  @Test
  void ids_are_strings_and_times_are_unix_seconds() {
    JsonObject message = alice.sends("exact");
    long now = System.currentTimeMillis() / 1000;
    assertThat(message.get("id").getValueType()).isEqualTo(ValueType.STRING);
    assertThat(message.get("chatId").getValueType()).isEqualTo(ValueType.STRING);
    assertThat(message.getString("id")).doesNotContain("_").doesNotStartWith("-");
    assertThat(message.getJsonNumber("created").isIntegral()).isTrue();
    assertThat(message.getJsonNumber("created").longValue()).isBetween(now - 60, now + 60);
    JsonObject chat = bob.chatSummary();
    assertThat(chat.getJsonNumber("lastMessageDate").longValue()).isBetween(now - 60, now + 60);
    assertThat(chat.getInt("accountTypeId")).isEqualTo(3);
    assertThat(chat.get("unreadCount").getValueType()).isEqualTo(ValueType.NUMBER);
    assertThat(chat.getJsonArray("accountIds"))
        .allMatch(id -> id.getValueType() == ValueType.STRING);
  }

  @Test
  void text_is_kept_as_typed_and_its_html_is_safe() {
    String text = "<b>hi</b> & see\nhttps://example.com/?a=1&b=\"2\"";
    JsonObject message = alice.sends(text);
    assertThat(message.getString("text")).isEqualTo(text);
    assertThat(message.getString("textHtml"))
        .startsWith("<p>&lt;b&gt;hi&lt;/b&gt; &amp; see</p>")
        .contains("<a href=\"https://example.com/?a=1&amp;b=")
        .contains("target=\"_blank\"")
        .contains("rel=\"noopener noreferrer\"")
        .doesNotContain("<b>");
    assertThat(bob.history("").get(bob.history("").size() - 1).getString("text")).isEqualTo(text);
  }

  @Test
  void a_chat_without_messages_has_no_last_message_and_nothing_unread() {
    Person carol = Person.signedIn(STACK, "Carol");
    carol.startsChatWith(alice);
    JsonObject chat = carol.chatSummary();
    assertThat(chat.getInt("unreadCount")).isZero();
    assertThat(chat.getOrDefault("lastMessageId", JsonValue.NULL)).isEqualTo(JsonValue.NULL);
    assertThat(carol.history("")).isEmpty();
  }

  @Test
  void mark_as_read_needs_neither_body_nor_content_type() {
    JsonObject message = alice.sends("read me");
    bob.reads(message).reads(message);
    assertThat(bob.unread()).isZero();
  }

  static Stream<String> preflights() {
    return Stream.of(
        "GET /api/Profile",
        "POST /api/Message",
        "PUT /api/Message/MarkAsRead?chatId=1&messageId=2",
        "POST /api/Authentication/email-login");
  }

  @ParameterizedTest
  @MethodSource("preflights")
  void preflights_are_answered_without_a_token(String call) {
    String[] parts = call.split(" ");
    Answer answer =
        NOBODY.send(
            NOBODY
                .request(parts[1])
                .header("Origin", "http://localhost:4200")
                .header("Access-Control-Request-Method", parts[0])
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
    answer.ok();
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
        .contains(parts[0]);
    assertThat(
            answer
                .headers()
                .firstValue("Access-Control-Allow-Headers")
                .orElse("")
                .toLowerCase(Locale.ROOT))
        .contains("authorization", "content-type");
  }

  @Test
  void error_answers_too_carry_the_cors_headers() {
    allowsTheOrigin(fromTheClient(NOBODY, "/api/Profile"), 401);
    allowsTheOrigin(fromTheClient(NOBODY.withToken("bad"), "/api/Profile"), 401);
    allowsTheOrigin(fromTheClient(alice.rest(), "/api/Message/" + UNKNOWN), 404);
    allowsTheOrigin(fromTheClient(alice.rest(), "/api/NoSuchThing"), 404);
    allowsTheOrigin(fromTheClient(alice.rest(), "/api/Chat"), 200);
  }

  private static Answer fromTheClient(Rest rest, String path) {
    return rest.send(rest.request(path).header("Origin", "http://localhost:4200").GET());
  }

  private static void allowsTheOrigin(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .as("CORS header on %s", status)
        .isPresent();
  }
}
