package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Somebody who uses LetsTalk: over the wire, as every client does. */
final class Person implements AutoCloseable {

  private final Stack stack;
  private final String email;
  private final List<HubConnection> connections = new ArrayList<>();
  private Rest rest;
  private String id;
  private String chat;
  private int mailsRead;

  private Person(Stack stack, String email) {
    this.stack = stack;
    this.email = email;
    this.rest = new Rest(stack.rest(), null);
  }

  /** Somebody new, whom nobody has heard of. */
  static Person stranger(Stack stack, String name) {
    return new Person(stack, name + "-" + UUID.randomUUID() + "@example.com");
  }

  /** Somebody who has signed in with the code out of the mailbox and filled in the profile. */
  static Person signedIn(Stack stack, String name) {
    Person person = stranger(stack, name);
    person.signsIn();
    person.fillsInProfile(name, "Tester");
    return person;
  }

  Person signsIn() {
    asksForCode().ok();
    Answer answer = entersCode(receivesCode());
    rest = rest.withToken(answer.ok().object().getString("token"));
    id = profile().getString("id");
    return this;
  }

  Answer asksForCode() {
    return rest.withToken(null)
        .post("/api/Authentication/generate-login-code", withEmail(email).build());
  }

  /** Waits for the next mail and takes the code out of it. */
  int receivesCode() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> stack.mailbox().mailsTo(email).size() > mailsRead);
    mailsRead = stack.mailbox().mailsTo(email).size();
    return stack.mailbox().codeFor(email);
  }

  Answer entersCode(int code) {
    return entersCode(email, code);
  }

  Answer entersCode(String address, int code) {
    return rest.withToken(null)
        .post("/api/Authentication/email-login", withEmail(address).add("code", code).build());
  }

  static JsonObjectBuilder withEmail(String address) {
    return Json.createObjectBuilder()
        .add("email", address)
        .add("antiSpamToken", System.currentTimeMillis() / 1000);
  }

  JsonObject fillsInProfile(String firstName, String lastName) {
    return rest.put("/api/Profile", profileOf(firstName, lastName).build()).ok().object();
  }

  private static JsonObjectBuilder profileOf(String firstName, String lastName) {
    return Json.createObjectBuilder().add("firstName", firstName).add("lastName", lastName);
  }

  /** With all six fields of the upload's answer, as the client gives them back. */
  Answer triesToShow(JsonObject avatar) {
    JsonObject old = profile();
    return rest.put(
        "/api/Profile",
        profileOf(old.getString("firstName"), old.getString("lastName"))
            .add("image", avatar)
            .build());
  }

  JsonObject profile() {
    return rest.get("/api/Profile").ok().object();
  }

  List<JsonObject> contacts() {
    return objects(rest.get("/api/Account"));
  }

  String startsChatWith(Person other) {
    chat =
        rest.post("/api/Chat", Json.createObjectBuilder().add("accountId", other.id).build())
            .ok()
            .object()
            .getString("id");
    return chat;
  }

  JsonObject sends(String text) {
    return triesToSend(text, UUID.randomUUID().toString()).ok().object();
  }

  Answer triesToSend(String text, String clientMessageId) {
    return rest.post(
        "/api/Message",
        Json.createObjectBuilder()
            .add("chatId", chat)
            .add("text", text)
            .add("clientMessageId", clientMessageId)
            .build());
  }

  Answer triesToSend(JsonObject picture) {
    return rest.post(
        "/api/Message",
        Json.createObjectBuilder().add("chatId", chat).add("image", picture).build());
  }

  List<JsonObject> history(String query) {
    return objects(rest.get("/api/Message/" + chat + query));
  }

  List<String> texts(String query) {
    return history(query).stream().map(message -> message.getString("text")).toList();
  }

  Person reads(JsonObject message) {
    rest.put("/api/Message/MarkAsRead?chatId=" + chat + "&messageId=" + message.getString("id"))
        .ok();
    return this;
  }

  JsonObject chatSummary() {
    return objects(rest.get("/api/Chat")).stream()
        .filter(summary -> summary.getString("id").equals(chat))
        .findFirst()
        .orElseThrow();
  }

  int unread() {
    return chatSummary().getInt("unreadCount");
  }

  /** Opens one more connection, as another tab does. */
  HubConnection connects() {
    HubConnection connection = HubConnection.opensTo(stack.hub()).shakesHands();
    JsonObject completion = connection.authorizes(token(), "0");
    assertThat(completion.containsKey("error")).as("%s", completion).isFalse();
    connections.add(connection);
    return connection;
  }

  Person disconnects() {
    connections.forEach(HubConnection::close);
    connections.clear();
    return this;
  }

  Eventually eventually() {
    return new Eventually();
  }

  Rest rest() {
    return rest;
  }

  String token() {
    return rest.token();
  }

  String id() {
    return id;
  }

  String email() {
    return email;
  }

  String chat() {
    return chat;
  }

  @Override
  public void close() {
    disconnects();
  }

  private static List<JsonObject> objects(Answer answer) {
    return answer.ok().array().stream().map(JsonValue::asJsonObject).toList();
  }

  /** What becomes true in a moment. */
  final class Eventually {

    /** Every open connection of the person got the message. */
    void sees(JsonObject message) {
      assertThat(connections).isNotEmpty();
      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(
              () ->
                  assertThat(connections)
                      .allMatch(connection -> connection.sees(message.getString("id"))));
    }

    /** Every open connection of the person got something of this type. */
    void seesOfType(String type) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(connections)
                      .allSatisfy(
                          connection ->
                              assertThat(connection.pushes())
                                  .extracting(Push::type)
                                  .contains(type)));
    }
  }
}
