package chat.letstalk.chatapi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageHtmlTest {

  private static final String LINK =
      "<a href=\"%1$s\" target=\"_blank\" rel=\"noopener noreferrer\">%1$s</a>";

  @Test
  void everything_is_escaped() {
    assertThat(MessageHtml.of("<b onclick='x'>\"Tom\" & Jerry</b>"))
        .isEqualTo("<p>&lt;b onclick=&#39;x&#39;&gt;&#34;Tom&#34; &amp; Jerry&lt;/b&gt;</p>");
  }

  @Test
  void what_is_escaped_already_is_escaped_again() {
    assertThat(MessageHtml.of("&lt;script&gt;")).isEqualTo("<p>&amp;lt;script&amp;gt;</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\ntwo", "one\r\ntwo", "one\rtwo", "one\u2028two"})
  void each_line_is_a_paragraph(String text) {
    assertThat(MessageHtml.of(text)).isEqualTo("<p>one</p><p>two</p>");
  }

  @Test
  void empty_lines_stay() {
    assertThat(MessageHtml.of("one\n\ntwo\n")).isEqualTo("<p>one</p><p></p><p>two</p><p></p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.com", "https://example.com/a(b)?c=d#e", "HTTPS://x.org"})
  void web_addresses_are_links_that_tell_the_page_nothing(String address) {
    assertThat(MessageHtml.of("see " + address + ", please"))
        .isEqualTo("<p>see " + LINK.formatted(address) + ", please</p>");
  }

  @Test
  void an_address_is_escaped_in_both_places() {
    assertThat(MessageHtml.of("https://example.com/?a=1&b=2"))
        .isEqualTo("<p>" + LINK.formatted("https://example.com/?a=1&amp;b=2") + "</p>");
  }

  @Test
  void nothing_gets_out_of_an_address() {
    assertThat(MessageHtml.of("https://example.com/\"onmouseover=\"alert(1)//'><script>"))
        .doesNotContain("\"onmouseover")
        .doesNotContain("<script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript://example.com/%0Aalert(1)",
        "data://text/html,x",
        "file:///etc/passwd",
        "ftp://example.com",
        "vbscript://x",
        "xhttps://example.com",
        "mailto:alice@example.com",
        "www.example.com",
        "https:// example.com"
      })
  void nothing_else_is_a_link(String text) {
    assertThat(MessageHtml.of(text)).doesNotContain("<a").startsWith("<p>").endsWith("</p>");
  }

  @Test
  void an_address_that_seems_to_lead_elsewhere_is_no_link() {
    String turned = "https://example.com/\u202Emoc.knab";
    assertThat(MessageHtml.of(turned)).isEqualTo("<p>" + turned + "</p>");
  }

  @Test
  void control_characters_do_not_reach_the_page() {
    assertThat(MessageHtml.of("a\u0000b\u0007c\u001Bd\u007Fe"))
        .matches("<p>a[ -]b[ -]c[ -]d[ -]e</p>");
  }

  @Test
  void half_a_character_does_not_reach_the_page() {
    assertThat(MessageHtml.of("a\uD83Db\uDE00c")).matches("<p>a[ -]b[ -]c</p>");
  }

  @Test
  void four_byte_characters_stay() {
    assertThat(MessageHtml.of("😀 👩‍👩‍👧‍👦")).isEqualTo("<p>😀 👩‍👩‍👧‍👦</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m",
        "<",
        "\n",
        "https://x.y/ ",
        "://",
        "a:",
        "http://(",
        "http://a.b/((((",
        "http://a.b/\"'",
        "\u202E",
        "\uD83D"
      })
  void a_mebibyte_of_anything_takes_a_moment(String pattern) {
    String text = pattern.repeat((1 << 20) / pattern.length());
    String html = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> MessageHtml.of(text));
    assertThat(html).startsWith("<p>").endsWith("</p>").doesNotContain("<<");
  }
}
