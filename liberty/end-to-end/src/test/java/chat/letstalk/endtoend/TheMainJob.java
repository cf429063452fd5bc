package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people sign in by e-mail code and chat live: the same however the services are placed. */
abstract class TheMainJob {

  private final Stack stack;
  private Person alice;
  private Person bob;

  TheMainJob(Stack stack) {
    this.stack = stack;
  }

  @BeforeEach
  void two_people_sign_in() {
    alice = Person.signedIn(stack, "Alice");
    bob = Person.signedIn(stack, "Bob");
  }

  @AfterEach
  void they_leave() {
    alice.close();
    bob.close();
  }

  private void theyChat() {
    alice.startsChatWith(bob);
    bob.startsChatWith(alice);
  }

  @Test
  void a_first_login_creates_an_account_and_a_later_one_finds_it() {
    var before = alice.profile();
    alice.asksForCode().ok();
    alice.entersCode(alice.receivesCode()).ok();
    assertThat(alice.profile()).isEqualTo(before);
    assertThat(before.getString("email")).isEqualTo(alice.email().toLowerCase(Locale.ROOT));
    assertThat(before.getString("firstName")).isEqualTo("Alice");
  }

  @Test
  void people_find_each_other_and_not_themselves() {
    assertThat(alice.contacts())
        .anySatisfy(contact -> assertThat(contact.getString("id")).isEqualTo(bob.id()))
        .noneSatisfy(contact -> assertThat(contact.getString("id")).isEqualTo(alice.id()));
  }

  @Test
  void two_people_have_one_chat_whoever_starts_it_and_however_often() {
    String chat = alice.startsChatWith(bob);
    assertThat(alice.startsChatWith(bob)).isEqualTo(chat);
    assertThat(bob.startsChatWith(alice)).isEqualTo(chat);
    JsonObject asBobSeesIt = bob.chatSummary();
    assertThat(asBobSeesIt.getString("chatName")).isEqualTo("Alice Tester");
    assertThat(asBobSeesIt.getBoolean("isIndividual")).isTrue();
    assertThat(asBobSeesIt.getJsonArray("accountIds").getString(0)).isEqualTo(alice.id());
    assertThat(asBobSeesIt.getJsonArray("accountIds").getString(1)).isEqualTo(bob.id());
  }

  @Test
  void a_message_arrives_live_on_every_open_connection_of_both() {
    theyChat();
    HubConnection phone = bob.connects();
    HubConnection laptop = bob.connects();
    HubConnection herOwn = alice.connects();

    JsonObject sent = alice.sends("Hello, Bob");

    bob.eventually().sees(sent);
    alice.eventually().sees(sent);
    for (HubConnection his : List.of(phone, laptop)) {
      assertThat(his.pushes()).singleElement().satisfies(push -> isTheMessage(push, sent, false));
    }
    assertThat(herOwn.pushes()).singleElement().satisfies(push -> isTheMessage(push, sent, true));
  }

  private static void isTheMessage(Push push, JsonObject sent, boolean mine) {
    assertThat(push.type()).isEqualTo("MessageDto");
    assertThat(push.isMine()).isEqualTo(mine);
    assertThat(push.eventId()).isNotEmpty();
    for (String member : List.of("id", "text", "textHtml", "chatId", "created")) {
      assertThat(push.payload().get(member)).as(member).isEqualTo(sent.get(member));
    }
  }

  @Test
  void history_comes_page_by_page_ascending() {
    theyChat();
    IntStream.rangeClosed(1, 45).forEach(n -> alice.sends("message " + n));
    assertThat(bob.texts("")).isEqualTo(messages(26, 45));
    assertThat(bob.texts("?page=1")).isEqualTo(messages(6, 25));
    assertThat(bob.texts("?page=2")).isEqualTo(messages(1, 5));
    assertThat(bob.texts("?page=3")).isEmpty();
    assertThat(bob.history("")).allMatch(message -> !message.getBoolean("isMine"));
    assertThat(alice.history("")).allMatch(message -> message.getBoolean("isMine"));
  }

  @Test
  void history_by_key_stays_put_while_new_messages_arrive() {
    theyChat();
    IntStream.rangeClosed(1, 30).forEach(n -> alice.sends("message " + n));
    String eleventh = bob.history("").get(0).getString("id");
    alice.sends("message 31");
    assertThat(bob.texts("?before=" + eleventh)).isEqualTo(messages(1, 10));
    assertThat(bob.texts("?after=" + eleventh)).isEqualTo(messages(12, 31));
  }

  private static List<String> messages(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(n -> "message " + n).toList();
  }

  @Test
  void unread_counts_fall_as_people_read_and_never_rise_again() {
    theyChat();
    JsonObject first = alice.sends("one");
    JsonObject second = alice.sends("two");
    JsonObject third = alice.sends("three");
    assertThat(alice.unread()).isZero();
    assertThat(bob.unread()).isEqualTo(3);
    assertThat(bob.chatSummary().getString("lastMessageId")).isEqualTo(third.getString("id"));
    assertThat(bob.reads(first).unread()).isEqualTo(2);
    assertThat(bob.reads(third).unread()).isZero();
    assertThat(bob.reads(second).reads(first).unread()).isZero();
    assertThat(bob.reads(third).unread()).isZero();
  }

  @Test
  void a_repeated_send_answers_with_the_first_message() {
    theyChat();
    bob.connects();
    String clientMessageId = UUID.randomUUID().toString();
    JsonObject first = alice.triesToSend("only once", clientMessageId).ok().object();
    JsonObject repeat = alice.triesToSend("only once", clientMessageId).ok().object();
    assertThat(repeat).isEqualTo(first);
    JsonObject next = alice.sends("next");
    bob.eventually().sees(next);
    assertThat(bob.texts("")).containsExactly("only once", "next");
  }

  @Test
  void a_push_is_read_back_at_once_from_the_chat_list() {
    theyChat();
    HubConnection connection = bob.connects();
    JsonObject sent = alice.sends("already there");
    await().until(() -> connection.sees(sent.getString("id")));
    assertThat(bob.chatSummary().getString("lastMessageId")).isEqualTo(sent.getString("id"));
    assertThat(bob.unread()).isEqualTo(1);
  }

  @Test
  void what_was_sent_while_somebody_was_cut_off_arrives_when_she_is_back() {
    theyChat();
    HubConnection connection = bob.connects();
    JsonObject before = alice.sends("before the tunnel");
    bob.eventually().sees(before);
    String lastEvent = connection.pushes().get(0).eventId();
    connection.breaks();
    JsonObject meanwhile = alice.sends("in the tunnel");

    try (var back = HubConnection.opensTo(stack.hub()).shakesHands()) {
      JsonObject completion = back.authorizes(bob.token(), "1", lastEvent);
      assertThat(completion.getJsonObject("result").getBoolean("resumed")).isTrue();
      await().until(() -> back.sees(meanwhile.getString("id")));
      assertThat(back.sees(before.getString("id"))).isFalse();
    }
  }

  @Test
  void the_single_page_client_too_gets_what_it_missed_after_a_reconnect() {
    theyChat();
    HubConnection connection = bob.connects();
    bob.eventually().sees(alice.sends("before the tunnel"));
    connection.breaks();
    JsonObject meanwhile = alice.sends("in the tunnel");

    try (var back = HubConnection.opensTo(stack.hub()).shakesHands()) {
      back.authorizes(bob.token(), "1");
      await().until(() -> back.sees(meanwhile.getString("id")));
    }
  }

  @Test
  void the_trace_of_a_request_travels_with_its_event() {
    theyChat();
    String trace = UUID.randomUUID().toString().replace("-", "");
    var body =
        jakarta.json.Json.createObjectBuilder().add("chatId", alice.chat()).add("text", "traced");
    Answer answer =
        alice
            .rest()
            .send(
                alice
                    .rest()
                    .request("/api/Message")
                    .header("Content-Type", "application/json")
                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                    .POST(
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                            body.build().toString())));
    String messageId = answer.ok().object().getString("id");
    assertThat(Events.traceOf(stack, messageId)).contains(trace);
  }
}
