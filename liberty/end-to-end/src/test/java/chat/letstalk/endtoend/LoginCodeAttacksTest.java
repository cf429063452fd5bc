package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets in with a code that was not mailed to him. */
class LoginCodeAttacksTest {

  private final Stack stack = Stack.allInOne();
  private final Person victim = Person.stranger(stack, "Victim");

  private static int wrong(int code) {
    return code == 9999 ? 1000 : code + 1;
  }

  @Test
  void after_five_wrong_guesses_the_right_code_too_is_worthless() {
    victim.asksForCode().ok();
    int code = victim.receivesCode();
    for (int guess = 0; guess < 5; guess++) {
      victim.entersCode(wrong(code)).problem(400);
    }
    victim.entersCode(code).problem(400);
  }

  @Test
  void a_few_slips_do_not_lock_anybody_out() {
    victim.asksForCode().ok();
    int code = victim.receivesCode();
    victim.entersCode(wrong(code)).problem(400);
    victim.entersCode(wrong(code)).problem(400);
    victim.entersCode(code).ok();
  }

  @Test
  void a_code_works_once() {
    victim.asksForCode().ok();
    int code = victim.receivesCode();
    assertThat(victim.entersCode(code).ok().object().getString("token")).isNotEmpty();
    victim.entersCode(code).problem(400);
  }

  @Test
  void two_tabs_share_one_code_and_one_mail() {
    int inTheFirst = victim.asksForCode().ok().object().getInt("codeValidInSeconds");
    int inTheSecond = victim.asksForCode().ok().object().getInt("codeValidInSeconds");
    assertThat(inTheFirst).isBetween(1, 120);
    assertThat(inTheSecond).isBetween(1, inTheFirst);
    int code = victim.receivesCode();
    assertThat(stack.mailbox().mailsTo(victim.email())).hasSize(1);
    assertThat(code).isBetween(1000, 9999);
    victim.entersCode(code).ok();
    victim.entersCode(code).problem(400);
  }

  @Test
  void case_and_space_around_an_address_make_no_second_account() {
    victim.asksForCode().ok();
    int code = victim.receivesCode();
    String asTyped = "  " + victim.email().toUpperCase(Locale.ROOT) + " ";
    String token = victim.entersCode(asTyped, code).ok().object().getString("token");
    String first = idOf(token);
    victim.asksForCode().ok();
    String second = idOf(victim.entersCode(victim.receivesCode()).ok().object().getString("token"));
    assertThat(second).isEqualTo(first);
  }

  private String idOf(String token) {
    return new Rest(stack.rest(), token).get("/api/Profile").ok().object().getString("id");
  }

  @Test
  void a_look_alike_address_is_somebody_else() {
    victim.asksForCode().ok();
    int code = victim.receivesCode();
    String cyrillic = victim.email().replaceFirst("i", "\u0456");
    victim.entersCode(cyrillic, code).problem(400);
    victim.entersCode(code).ok();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "@example.com",
        "a@b@example.com",
        "victim@example.com\r\nBcc: mallory@example.com",
        "victim@example.com\nSubject: hi",
        "victim@example.com,mallory@example.com",
        "<victim@example.com>",
        "victim@example.com\u0000",
        "victim@example.com\u2028Bcc: x@example.com"
      })
  void an_address_that_is_none_gets_no_mail(String address) {
    new Rest(stack.rest(), null)
        .post("/api/Authentication/generate-login-code", Person.withEmail(address).build())
        .problem(400);
  }

  static List<String> badLogins() {
    long now = System.currentTimeMillis() / 1000;
    String common = "\"email\":\"victim@example.com\",\"antiSpamToken\":" + now;
    return List.of(
        "{" + common + "}",
        "{" + common + ",\"code\":null}",
        "{" + common + ",\"code\":\"1234\"}",
        "{" + common + ",\"code\":999}",
        "{" + common + ",\"code\":10000}",
        "{" + common + ",\"code\":-1234}",
        "{" + common + ",\"code\":1234.5}",
        "{" + common + ",\"code\":1e999}",
        "{" + common + ",\"code\":99999999999999999999}",
        "{" + common + ",\"code\":[1234]}",
        "{\"email\":[],\"code\":1234,\"antiSpamToken\":" + now + "}",
        "{\"email\":\"victim@example.com\",\"code\":1234,\"antiSpamToken\":\"now\"}",
        "{\"email\":\"victim@example.com\",\"code\":1234,\"antiSpamToken\":0}",
        "{\"email\":\""
            + "v".repeat(300)
            + "@example.com\",\"code\":1234,\"antiSpamToken\":"
            + now
            + "}");
  }

  @ParameterizedTest
  @MethodSource("badLogins")
  void a_bad_login_is_refused_and_nobody_is_signed_out(String body) {
    Answer answer =
        new Rest(stack.rest(), null)
            .send("POST", "/api/Authentication/email-login", "application/json", body);
    assertThat(answer.problem().getInt("status")).isNotEqualTo(401);
  }

  @Test
  void an_address_that_asks_without_end_is_told_to_wait() {
    Answer answer = null;
    for (int n = 0; n < 30; n++) { // each code is used up by wrong guesses, so each ask makes one
      answer = victim.asksForCode();
      if (answer.status() != 200) {
        break;
      }
      int code = victim.receivesCode();
      for (int guess = 0; guess < 5; guess++) {
        victim.entersCode(wrong(code)).problem();
      }
    }
    assertThat(answer.problem(429).getJsonObject("errors")).isNotNull();
  }

  @Test
  void a_leftover_token_does_not_disturb_a_login() {
    var body = Json.createObjectBuilder(Person.withEmail(victim.email()).build()).build();
    new Rest(stack.rest(), "a.left.over")
        .post("/api/Authentication/generate-login-code", body)
        .ok();
  }
}
