package chat.letstalk.page.html;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {

  private static final String URL = "https://example.com/articles/1";

  private static HtmlPage read(String html) {
    return HtmlPage.read(html.getBytes(UTF_8), Optional.of("utf-8"), URL);
  }

  @Test
  void open_graph_comes_before_twitter_and_twitter_before_the_title() {
    String title = "<title>plain</title>";
    String twitter = "<meta name='twitter:title' content='twitter'>";
    String openGraph = "<meta property='og:title' content='open graph'>";
    assertThat(read(title + twitter + openGraph).title()).isEqualTo("open graph");
    assertThat(read(title + twitter).title()).isEqualTo("twitter");
    assertThat(read(title).title()).isEqualTo("plain");
    assertThat(read("<p>text</p>").title()).isNull();
  }

  @Test
  void an_empty_title_does_not_hide_the_next() {
    assertThat(read("<meta property='og:title' content=' '><title>plain</title>").title())
        .isEqualTo("plain");
    assertThat(read("<meta property='og:title' content='&#8238;'><title>plain</title>").title())
        .isEqualTo("plain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<META PROPERTY='OG:Title' CONTENT='right'>",
        "<meta name='og:title' content='right'>",
        "<body><p>late<meta property='og:title' content='right'>",
        "<meta property=' og:title ' content='right'><meta property='og:title' content='second'>",
      })
  void sloppy_pages_are_understood(String html) {
    assertThat(read(html).title()).isEqualTo("right");
  }

  @Test
  void the_title_of_a_drawing_is_not_that_of_the_page() {
    assertThat(read("<svg><title>drawing</title></svg><title>page</title>").title())
        .isEqualTo("page");
  }

  @Test
  void entities_mean_what_they_stand_for_and_markup_is_text() {
    assertThat(read("<title>Tom &amp; Jerry &lt;b&gt; &euro; &#x1F600; <i>x</i></title>").title())
        .isEqualTo("Tom & Jerry <b> € 😀 <i>x</i>");
    assertThat(
            read("<meta property='og:title' content='&lt;script&gt;alert(1)&lt;/script&gt;'>")
                .title())
        .isEqualTo("<script>alert(1)</script>");
  }

  @ParameterizedTest
  @CsvSource({
    "/cat.png, https://example.com/cat.png",
    "cat.png, https://example.com/articles/cat.png",
    "//cdn.example.com/cat.png, https://cdn.example.com/cat.png",
    "http://other.example/cat.png, http://other.example/cat.png",
  })
  void pictures_are_absolute(String reference, String url) {
    assertThat(read("<meta property='og:image' content='%s'>".formatted(reference)).pictures())
        .containsExactly(url);
  }

  @Test
  void a_page_may_say_what_its_references_are_relative_to() {
    assertThat(
            read("<base href='https://cdn.example.com/x/'><meta property='og:image' content='y.png'>")
                .pictures())
        .containsExactly("https://cdn.example.com/x/y.png");
  }

  @Test
  void all_ways_to_name_a_picture_are_known_the_best_first() {
    assertThat(
            read("""
                    <link rel=image_src href=6><meta name=twitter:image:src content=5>
                    <meta name=twitter:image content=4><meta property=og:image:url content=3>
                    <meta property=og:image content=2><meta property=og:image:secure_url content=1>
                    """)
                .pictures())
        .extracting(url -> url.charAt(url.length() - 1))
        .containsExactly('1', '2', '3', '4', '5', '6');
  }

  @Test
  void a_page_in_another_charset_says_so_in_any_way() {
    String html = "<title>Größe</title>";
    Charset latin = Charset.forName("windows-1252");
    String equiv = "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>";
    assertThat(title((equiv + html).getBytes(latin), null)).isEqualTo("Größe");
    assertThat(title(html.getBytes(latin), "windows-1252")).isEqualTo("Größe");
    assertThat(title(("\ufeff" + html).getBytes(UTF_16BE), "utf-8")).isEqualTo("Größe");
    assertThat(title(("<meta charset=utf-16>" + html).getBytes(UTF_8), null)).isEqualTo("Größe");
    assertThat(title(("<meta charset=nonsense>" + html).getBytes(UTF_8), "more nonsense"))
        .isEqualTo("Größe");
  }

  private static String title(byte[] page, String charset) {
    return HtmlPage.read(page, Optional.ofNullable(charset), URL).title();
  }

  @Test
  void titles_are_one_short_line() {
    assertThat(read("<title>\n  a \t\u00a0 b\u2028c\n</title>").title()).isEqualTo("a b c");
    assertThat(read("<title>" + "😀".repeat(301) + "</title>").title())
        .isEqualTo("😀".repeat(299) + "…");
    assertThat(read("<title>" + "😀".repeat(300) + "</title>").title()).isEqualTo("😀".repeat(300));
    assertThat(read("<title>" + "word ".repeat(100_000) + "</title>").title())
        .hasSizeLessThanOrEqualTo(300)
        .endsWith("word…");
  }

  @Test
  void titles_have_no_characters_that_do_something_to_others() {
    assertThat(PlainText.of("a\u202eb\u2066c\u200fd\u0000e\u001bf\ufeffg\ud800h\uffffi", 300))
        .isEqualTo("abcdefghi");
    String family = "👩‍👩‍👧"; // joined by zero-width joiners
    assertThat(PlainText.of(family + "می‌خواهم", 300)).isEqualTo(family + "می‌خواهم");
  }
}
