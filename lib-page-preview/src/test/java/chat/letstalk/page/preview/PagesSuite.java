package chat.letstalk.page.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.letstalk.page.Outcome;
import chat.letstalk.page.site.RawSite;
import chat.letstalk.page.site.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds wherever pages are looked at. */
public abstract class PagesSuite {

  /** Even for a machine that is busy with something else. */
  protected static final Duration PATIENT = Duration.ofSeconds(30);

  protected static final Duration IMPATIENT = Duration.ofSeconds(1);

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";

  private Site site;

  /** Pages with a deadline of {@link #PATIENT}, for sites of this machine. */
  protected abstract Pages pages();

  /** The same with a deadline of {@link #IMPATIENT}. */
  protected abstract Pages impatientPages();

  /** Pages as in production. */
  protected abstract Pages strictPages();

  @BeforeEach
  void openSite() {
    site = Site.open();
  }

  @AfterEach
  void closeSite() {
    site.close();
  }

  private PagePreview preview(String path) {
    return pages().preview(site.url(path));
  }

  private void assertGoesOn() {
    site.page("/alive", "<title>alive</title>");
    assertThat(preview("/alive").title()).isEqualTo("alive");
  }

  @Test
  void a_page_shows_its_title_and_its_picture() {
    site.page(
        "/",
        """
        <!doctype html><html><head><title>Plain</title>
        <meta property="og:title" content="Tom &amp; Jerry &#128512;">
        <meta property="og:image" content="/cat.png">
        """);
    assertThat(preview("/"))
        .isEqualTo(new PagePreview(Outcome.FOUND, "Tom & Jerry 😀", site.url("/cat.png")));
  }

  @Test
  void a_page_that_shows_nothing_is_empty() {
    site.page("/", "<p>Hello</p>");
    assertThat(preview("/")).isEqualTo(new PagePreview(Outcome.EMPTY, null, null));
  }

  @Test
  void redirects_are_followed_up_to_five_times() {
    site.page("/5", "<title>There</title>").redirect("/4", 308, "/5").redirect("/3", 307, "4");
    site.redirect("/2", 303, site.url("/3")).redirect("/1", 302, "/2").redirect("/0", 301, "/1");
    assertThat(preview("/0").title()).isEqualTo("There");
    site.redirect("/too-far", 302, "/0").redirect("/loop", 302, "/loop");
    assertThat(preview("/too-far").outcome()).isEqualTo(Outcome.TOO_MANY_REDIRECTS);
    assertThat(preview("/loop").outcome()).isEqualTo(Outcome.TOO_MANY_REDIRECTS);
    assertThat(site.requestsFor("/loop")).isEqualTo(6);
  }

  @Test
  void the_site_learns_nothing_but_the_url_and_who_we_are() {
    site.answer("/", 302, Map.of("Location", "/next", "Set-Cookie", "spy=1; Path=/"), new byte[0]);
    site.page("/next", "<title>Hello</title>");
    assertThat(preview("/").title()).isEqualTo("Hello");
    Site.Request last = site.requests().get(1);
    assertThat(last.headers().keySet())
        .containsExactlyInAnyOrder("Host", "User-agent", "Accept", "Accept-encoding", "Connection");
    assertThat(last.headers().get("User-agent")).containsExactly("LetsTalkBot/1.0 (link previews)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/pdf",
        "image/png",
        "application/json",
        "text/plain",
        "application/x",
        ""
      })
  void whatever_is_no_html_is_not_read(String type) {
    site.page("/", type, "<title>no</title>".getBytes(UTF_8));
    assertThat(preview("/")).isEqualTo(new PagePreview(Outcome.NOT_HTML, null, null));
  }

  @Test
  void xhtml_is_html_too() {
    site.page("/", "APPLICATION/XHTML+XML", "<title>yes</title>".getBytes(UTF_8));
    assertThat(preview("/").title()).isEqualTo("yes");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 410, 500, 503, 304})
  void an_error_is_no_page(int status) {
    site.answer("/", status, Map.of("Content-Type", "text/html"), new byte[0]);
    assertThat(preview("/").outcome()).isEqualTo(Outcome.ERROR_STATUS);
  }

  @Test
  void the_charset_is_that_of_the_header_the_page_or_its_mark() {
    site.page(
        "/header",
        "text/html; charset=windows-1251",
        "<title>Привет</title>".getBytes(Charset.forName("windows-1251")));
    site.page(
        "/meta",
        "text/html",
        "<meta charset=koi8-r><title>Привет</title>".getBytes(Charset.forName("koi8-r")));
    site.page(
        "/mark", "text/html; charset=iso-8859-1", "\ufeff<title>Привет</title>".getBytes(UTF_8));
    site.page("/none", "text/html", "<title>Привет</title>".getBytes(UTF_8));
    assertThat(List.of("/header", "/meta", "/mark", "/none"))
        .allSatisfy(path -> assertThat(preview(path).title()).isEqualTo("Привет"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-charset", "utf-7", "\"", "%00", "iso-2022-cn", "..", "a b"})
  void a_wrong_charset_spoils_the_letters_at_most(String charset) {
    site.page("/", "text/html; charset=" + charset, "<title>Hello</title>".getBytes(UTF_8));
    assertThat(preview("/").title()).isEqualTo("Hello");
  }

  @Test
  void a_packed_page_is_unpacked() throws IOException {
    packed("/", gzip("<title>Packed</title>".getBytes(UTF_8)), "gzip");
    assertThat(preview("/").title()).isEqualTo("Packed");
  }

  @Test
  void a_gzip_bomb_is_read_as_far_as_any_page() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write("<title>Bomb</title><!--".getBytes(UTF_8));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        gzip.write(zeros);
      }
    }
    packed("/", bomb.toByteArray(), "gzip");
    assertThat(preview("/").title()).isEqualTo("Bomb");
    assertGoesOn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "unknown"})
  void a_packing_that_nobody_asked_for_is_not_unpacked(String encoding) throws IOException {
    packed("/", gzip(gzip("<title>no</title>".getBytes(UTF_8))), encoding);
    assertThat(preview("/").outcome()).isEqualTo(Outcome.UNREADABLE);
  }

  @Test
  void a_broken_packing_is_no_page() {
    packed("/", "<title>no</title>".getBytes(UTF_8), "gzip");
    assertThat(preview("/").outcome()).isEqualTo(Outcome.UNREADABLE);
  }

  private void packed(String path, byte[] body, String encoding) {
    site.answer(path, 200, Map.of("Content-Type", "text/html", "Content-Encoding", encoding), body);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  @Test
  void of_an_endless_page_the_beginning_is_read() throws IOException {
    try (RawSite endless =
        RawSite.open(out -> sendForever(out, HEAD + "<title>Long</title>", "<p>more"))) {
      assertThat(pages().preview(endless.url()).title()).isEqualTo("Long");
      await().untilAsserted(() -> assertThat(endless.callers()).isZero());
    }
    assertGoesOn();
  }

  @Test
  void endless_headers_are_no_page() throws IOException {
    String status = "HTTP/1.1 200 OK\r\n";
    try (RawSite lines = RawSite.open(out -> sendForever(out, status, "X-More: and more\r\n"));
        RawSite line = RawSite.open(out -> sendForever(out, status + "X-Long: ", "and longer"))) {
      assertThat(pages().preview(lines.url()).outcome().kind()).isEqualTo(Outcome.Kind.FAILED);
      assertThat(pages().preview(line.url()).outcome().kind()).isEqualTo(Outcome.Kind.FAILED);
      await().untilAsserted(() -> assertThat(lines.callers() + line.callers()).isZero());
    }
    assertGoesOn();
  }

  @Test
  void a_site_that_drips_is_left_at_the_deadline() throws IOException {
    try (RawSite body = RawSite.open(out -> drip(out, HEAD));
        RawSite header = RawSite.open(out -> drip(out, "HTTP/1.1 200 OK\r\nX-Slow: "));
        RawSite hints = RawSite.open(out -> sendForever(out, "", "HTTP/1.1 103 Early\r\n\r\n"));
        RawSite silent = RawSite.open(out -> Thread.sleep(60_000))) {
      for (RawSite slow : List.of(body, header, hints, silent)) {
        assertThat(impatientPages().preview(slow.url()).outcome()).isEqualTo(Outcome.TOO_SLOW);
      }
      await()
          .atMost(PATIENT)
          .untilAsserted(
              () -> assertThat(body.callers() + header.callers() + hints.callers()).isZero());
    }
    assertGoesOn();
  }

  @Test
  void a_chain_of_slow_redirects_has_one_deadline() throws IOException {
    try (RawSite slow =
        RawSite.open(
            out -> {
              Thread.sleep(IMPATIENT.toMillis() / 2);
              out.write("HTTP/1.1 302 Found\r\nLocation: /next\r\n\r\n".getBytes(ISO_8859_1));
            })) {
      assertThat(impatientPages().preview(slow.url()).outcome()).isEqualTo(Outcome.TOO_SLOW);
    }
  }

  @Test
  void nonsense_instead_of_http_is_no_page() throws IOException {
    try (RawSite nonsense =
            RawSite.open(out -> out.write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(UTF_8)));
        RawSite hangUp = RawSite.open(out -> out.flush())) {
      assertThat(pages().preview(nonsense.url()).outcome().kind()).isEqualTo(Outcome.Kind.FAILED);
      assertThat(pages().preview(hangUp.url()).outcome()).isEqualTo(Outcome.UNREACHABLE);
    }
    assertThat(pages().preview("http://127.0.0.1:1/").outcome()).isEqualTo(Outcome.UNREACHABLE);
    assertGoesOn();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<table>",
        "<table><tr><td>",
        "<svg>",
        "<a><p>",
        "<font size=1><p>",
        "<!--",
        "<",
        "&",
        "<p>&#1;",
        "<meta>",
        "<title>",
        "<script>",
        "<select><option>",
        "<ul><li><b><i>",
        "<math><mi>",
        "<a x='",
        "<form><button>",
        "</p>",
        "<template>",
        "<frameset>",
      })
  void hostile_html_costs_no_more_than_any_other(String piece) {
    String html = "<title>Deep</title>" + piece.repeat(1_000_000 / piece.length());
    site.page("/", html);
    assertThat(preview("/").title()).isEqualTo("Deep");
    assertGoesOn();
  }

  @Test
  void tags_that_are_opened_again_in_every_paragraph_cost_no_more_than_any_other_page() {
    StringBuilder html = new StringBuilder("<title>Again</title>");
    for (int i = 0; i < 300; i++) {
      html.append("<b id=").append(i).append('>');
    }
    site.page("/", html + "<p>".repeat(300_000));
    assertThat(preview("/").title()).isEqualTo("Again");
    assertGoesOn();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/",
        "http://localhost:%d/",
        "http://[::1]:%d/",
        "http://[::ffff:127.0.0.1]:%d/",
        "http://2130706433:%d/",
        "http://0x7f.1:%d/",
        "http://169.254.169.254/latest/meta-data/#%d",
      })
  void private_networks_are_not_asked(String url) {
    site.page("/", "<title>secret</title>");
    PagePreview preview = strictPages().preview(url.formatted(site.port()));
    assertThat(preview.outcome().kind()).isEqualTo(Outcome.Kind.REFUSED);
    assertThat(preview.title()).isNull();
    assertThat(site.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "http://user:secret@127.0.0.1/",
        "no url"
      })
  void what_is_no_page_is_not_asked_for(String url) {
    assertThat(pages().preview(url).outcome()).isEqualTo(Outcome.UNSUPPORTED_URL);
  }

  private static void sendForever(OutputStream out, String beginning, String more)
      throws IOException {
    out.write(beginning.getBytes(ISO_8859_1));
    byte[] much = more.repeat(1000).getBytes(ISO_8859_1);
    while (true) {
      out.write(much);
    }
  }

  private static void drip(OutputStream out, String beginning)
      throws IOException, InterruptedException {
    out.write(beginning.getBytes(ISO_8859_1));
    while (true) {
      out.write('a');
      out.flush();
      Thread.sleep(50);
    }
  }
}
