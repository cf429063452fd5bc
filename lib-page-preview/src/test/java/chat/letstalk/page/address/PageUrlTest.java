package chat.letstalk.page.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.letstalk.page.NoPage;
import chat.letstalk.page.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://example.com, http://example.com/",
    "HTTP://EXAMPLE.com:80/A#part, http://example.com/A",
    "https://example.com:443/?q=1, https://example.com/?q=1",
    "https://example.com:8443?q, https://example.com:8443/?q",
    "https://example.com./, https://example.com/",
    "https://пример.рф/путь, https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C",
    "https://пример.рф:8443/, https://xn--e1afmkfd.xn--p1ai:8443/",
    "https://example.com/a b|c, https://example.com/a%20b%7Cc",
    "https://example.com/100%/%41, https://example.com/100%25/%41",
    "https://example.com/😀, https://example.com/%F0%9F%98%80",
    "http://[2606:2800:220:1::1]:8080/, http://[2606:2800:220:1::1]:8080/",
    "http://１２７.０.０.１/, http://127.0.0.1/",
    "http://example。com/, http://example.com/",
    "http://example.com\\@127.0.0.1/, http://example.com/%5C@127.0.0.1/",
    "http://sub_domain.example.com/, http://sub_domain.example.com/",
  })
  void every_spelling_has_one_form(String typed, String form) throws NoPage {
    assertThat(PageUrl.parse(typed)).hasToString(form);
    assertThat(PageUrl.parse(form)).isEqualTo(PageUrl.parse(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "ftp://example.com/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "gopher://example.com/",
        "http:///path",
        "http://",
        "http://user@example.com/",
        "http://user:secret@example.com/",
        "http://example.com:0/",
        "http://example.com:65536/",
        "http://example.com:99999999999/",
        "http://exa mple.com/",
        "http://exam%70le.com/",
        "http://example.com/\r\nHost: other",
        "http://exam\u0000ple.com/",
        "http://a..b/",
        "http://example.com:80:80/",
      })
  void whatever_a_page_cannot_be_at_is_refused(String typed) {
    assertRefused(typed);
  }

  @ParameterizedTest
  @ValueSource(ints = {2048, 1_000_000})
  void endless_urls_are_refused(int length) {
    assertRefused("http://example.com/" + "a".repeat(length));
    assertRefused("http://" + "a.".repeat(length / 2) + "com/");
    assertRefused("http://" + "-".repeat(length) + "!/");
  }

  @ParameterizedTest
  @CsvSource({
    "/b, https://example.com/b",
    "b?c=1, https://example.com/a/b?c=1",
    "?q, https://example.com/a/x?q",
    "../b, https://example.com/b",
    "//other.example/b, https://other.example/b",
    "http://other.example:8080, http://other.example:8080/",
    "/b c, https://example.com/b%20c",
  })
  void references_lead_where_browsers_go(String reference, String target) throws NoPage {
    assertThat(PageUrl.parse("https://example.com/a/x").resolve(reference)).hasToString(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http:"})
  void references_to_anything_else_are_refused(String reference) throws NoPage {
    PageUrl base = PageUrl.parse("https://example.com/a/x");
    assertThatExceptionOfType(NoPage.class)
        .isThrownBy(() -> base.resolve(reference))
        .matches(refused -> refused.outcome() == Outcome.UNSUPPORTED_URL);
  }

  private static void assertRefused(String typed) {
    assertThatExceptionOfType(NoPage.class)
        .isThrownBy(() -> PageUrl.parse(typed))
        .matches(refused -> refused.outcome() == Outcome.UNSUPPORTED_URL);
  }
}
