package chat.letstalk.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is thrown at the REST API, the answer is a clear error and nothing stored changes. */
class BadInputTest {

  private static final Stack STACK = Stack.allInOne();

  private static Person alice;
  private static Person bob;
  private static Person mallory;
  private List<Object> before;

  @BeforeAll
  static void two_people_chat_and_a_third_is_curious() {
    alice = Person.signedIn(STACK, "Alice");
    bob = Person.signedIn(STACK, "Bob");
    mallory = Person.signedIn(STACK, "Mallory");
    alice.startsChatWith(bob);
    bob.startsChatWith(alice);
    alice.sends("the one message");
  }

  @BeforeEach
  void look() {
    before = everythingStored();
  }

  @AfterEach
  void nothing_stored_has_changed() {
    assertThat(everythingStored()).isEqualTo(before);
  }

  private static List<Object> everythingStored() {
    return List.of(
        alice.profile(),
        alice.chatSummary(),
        bob.chatSummary(),
        alice.history(""),
        bob.history(""));
  }

  static List<String> badMessages() {
    String chat = "\"chatId\":\"" + alice.chat() + "\"";
    return List.of(
        "",
        "null",
        "[]",
        "42",
        "\"text\"",
        "{",
        "{" + chat,
        "{" + chat + "}",
        "{\"text\":\"no chat\"}",
        "{" + chat + ",\"text\":null}",
        "{" + chat + ",\"text\":\"\"}",
        "{" + chat + ",\"text\":\"  \\n \"}",
        "{" + chat + ",\"text\":42e400}",
        "{" + chat + ",\"text\":{\"deep\":{}}}",
        "{" + chat + ",\"text\":[\"a\"]}",
        "{\"chatId\":" + "9".repeat(400) + ",\"text\":\"hi\"}",
        "{\"chatId\":{\"$ne\":null},\"text\":\"hi\"}",
        "{\"chatId\":\"' OR 1=1 --\",\"text\":\"hi\"}",
        "{\"chatId\":\"-1\",\"text\":\"hi\"}",
        "{\"chatId\":\"" + UUID.randomUUID() + "\",\"text\":\"hi\"}",
        "{" + chat + ",\"text\":\"hi\",\"clientMessageId\":\"\"}",
        "{" + chat + ",\"text\":\"hi\",\"clientMessageId\":\"" + "x".repeat(65) + "\"}",
        "{" + chat + ",\"text\":\"hi\",\"clientMessageId\":{}}",
        "{" + chat + ",\"text\":\"" + "m".repeat(1 << 20) + "\"}",
        "{" + chat + ",\"text\":\"lone \\ud83d surrogate\"}",
        "{" + chat + ",\"text\":\"lone \\ude00 surrogate\"}",
        "{" + chat + ",\"text\":\"nul \\u0000 character\"}",
        "{" + chat + ",\"text\":" + "[".repeat(100_000) + "}",
        "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000),
        "{" + chat + ",\"text\":\"unterminated");
  }

  @ParameterizedTest
  @MethodSource("badMessages")
  void a_bad_message_is_refused(String body) {
    alice.rest().send("POST", "/api/Message", "application/json", body).problem();
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    String body = "{\"chatId\":\"" + alice.chat() + "\",\"text\":\"caf\u00e9\"}";
    alice
        .rest()
        .send("POST", "/api/Message", "application/json", body.getBytes(ISO_8859_1))
        .problem();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x", "nonsense"})
  void a_wrong_content_type_is_refused(String contentType) {
    String body = "{\"chatId\":\"" + alice.chat() + "\",\"text\":\"hi\"}";
    alice.rest().send("POST", "/api/Message", contentType, body).problem();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE /api/Profile",
        "PATCH /api/Message",
        "GET /api/Message",
        "PUT /api/Chat",
        "POST /api/Profile",
        "GET /api/Authentication/email-login",
        "BREW /api/Chat"
      })
  void a_wrong_method_is_refused(String call) {
    String[] parts = call.split(" ");
    alice.rest().send(parts[0], parts[1], "application/json", "{}").problem();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?page=-1",
        "?page=x",
        "?page=99999999999999999999",
        "?page=1.5",
        "?before=nonsense",
        "?after=%00",
        "?before=00000000-0000-0000-0000-000000000000"
      })
  void a_page_that_cannot_be_is_refused(String query) {
    alice.rest().get("/api/Message/" + alice.chat() + query).problem();
  }

  @Test
  void a_page_far_beyond_the_end_is_empty() {
    assertThat(alice.history("?page=" + Integer.MAX_VALUE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"firstName\":null,\"lastName\":\"x\"}",
        "{\"firstName\":7,\"lastName\":[]}",
        "{\"firstName\":\"a\\u0000b\",\"lastName\":\"x\"}",
        "{\"firstName\":\"\\ud83d\",\"lastName\":\"x\"}",
        "{\"firstName\":\"  \",\"lastName\":\"x\"}"
      })
  void a_bad_profile_is_refused(String body) {
    alice.rest().send("PUT", "/api/Profile", "application/json", body).problem();
    String tooLong = "{\"firstName\":\"" + "x".repeat(101) + "\",\"lastName\":\"x\"}";
    alice.rest().send("PUT", "/api/Profile", "application/json", tooLong).problem();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"accountId\":null}",
        "{\"accountId\":5}",
        "{\"accountId\":\"nobody\"}",
        "{\"accountId\":\"01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f\"}"
      })
  void a_chat_with_nobody_is_refused(String body) {
    alice.rest().send("POST", "/api/Chat", "application/json", body).problem();
  }

  @Test
  void a_chat_with_oneself_is_refused() {
    JsonObject self = Json.createObjectBuilder().add("accountId", alice.id()).build();
    alice.rest().post("/api/Chat", self).problem();
  }

  @Test
  void other_peoples_chats_look_like_unknown_ones() {
    String chat = alice.chat();
    String message = alice.history("").get(0).getString("id");
    var hello = Json.createObjectBuilder().add("chatId", chat).add("text", "I should not be here");
    mallory.rest().get("/api/Message/" + chat).problem(404);
    mallory.rest().get("/api/Message/" + chat + "?before=" + message).problem(404);
    mallory.rest().post("/api/Message", hello.build()).problem(404);
    mallory
        .rest()
        .put("/api/Message/MarkAsRead?chatId=" + chat + "&messageId=" + message)
        .problem(404);
    assertThat(mallory.rest().get("/api/Chat").ok().array()).isEmpty();
  }

  @Test
  void marking_nonsense_as_read_is_refused() {
    alice.rest().put("/api/Message/MarkAsRead").problem();
    alice.rest().put("/api/Message/MarkAsRead?chatId=" + alice.chat()).problem();
    alice
        .rest()
        .put("/api/Message/MarkAsRead?chatId=" + alice.chat() + "&messageId=nonsense")
        .problem();
  }
}
