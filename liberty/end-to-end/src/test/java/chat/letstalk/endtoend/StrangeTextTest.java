package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may type is kept as typed, and is harmless as HTML. */
class StrangeTextTest {

  private static final Stack STACK = Stack.allInOne();

  private static Person alice;
  private static Person bob;

  @BeforeAll
  static void two_people_chat() {
    alice = Person.signedIn(STACK, "Alice");
    bob = Person.signedIn(STACK, "Bob");
    alice.startsChatWith(bob);
    bob.startsChatWith(alice);
    bob.connects();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿 𝒜",
        "right \u202Eto left\u202C and \u2066isolated\u2069",
        "tab\tand\r\nlines\n\nand \u2028 separators",
        "مرحبا שלום नमस्ते 你好",
        "quotes ' \" ` and \\ backslash %s ${jndi:ldap://x} #{x}",
        "a\u0301\u0301\u0301 combining"
      })
  void strange_text_comes_back_as_typed(String text) {
    JsonObject sent = alice.sends(text);
    bob.eventually().sees(sent);
    assertThat(sent.getString("text")).isEqualTo(text);
    var history = bob.texts("");
    assertThat(history.get(history.size() - 1)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "https://example.com/\"onmouseover=\"alert(1)",
        "http://example.com/'><script>alert(1)</script>",
        "</p><svg onload=alert(1)>"
      })
  void script_never_gets_into_the_html(String text) {
    JsonObject sent = alice.sends(text);
    assertThat(sent.getString("text")).isEqualTo(text);
    assertThat(sent.getString("textHtml"))
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("<svg")
        .doesNotContain("href=\"javascript")
        .doesNotContain("href=\"data")
        .doesNotContain("\" onmouseover")
        .doesNotContain("\"onmouseover");
  }

  @Test
  void script_in_a_name_stays_text() {
    Person eve = Person.signedIn(STACK, "Eve");
    String name = "<script>alert('Eve')</script>";
    assertThat(eve.fillsInProfile(name, "O'\"Hara").getString("firstName")).isEqualTo(name);
    assertThat(eve.profile().getString("lastName")).isEqualTo("O'\"Hara");
  }

  @Test
  void the_longest_text_goes_through() {
    String longest = "é".repeat(20_000);
    JsonObject sent = alice.sends(longest);
    assertThat(sent.getString("text")).isEqualTo(longest);
    bob.eventually().sees(sent);
  }
}
