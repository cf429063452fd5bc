package chat.letstalk.page.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.page.Outcome;
import chat.letstalk.page.address.PublicAddresses;
import chat.letstalk.page.preview.PagePreview;
import chat.letstalk.page.preview.WebPages;
import chat.letstalk.page.site.FetchSettingsForTests;
import chat.letstalk.page.site.Site;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Links into private networks. In this little internet 127.0.0.1 is public, as a site of it has to
 * be somewhere; 127.0.0.2 is not, and nobody may see what is there.
 */
class ForbiddenAddressesTest {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final Map<String, Queue<List<String>>> dns = new ConcurrentHashMap<>();
  private final Queue<String> lookups = new ConcurrentLinkedQueue<>();
  private Site site;
  private Site secret;
  private WebPages pages;

  @BeforeEach
  void open() {
    site = Site.open();
    secret = Site.openAt("127.0.0.2", site.port()).page("/", "<title>secret</title>");
    pages =
        new WebPages(
            FetchSettingsForTests.strict(),
            DEADLINE,
            new Internet(this::addressesOf, ForbiddenAddressesTest::isPublic));
    answers("site.example", List.of("127.0.0.1"));
  }

  @AfterEach
  void close() {
    assertThat(secret.requests()).as("what nobody may ask").isEmpty();
    pages.close();
    secret.close();
    site.close();
  }

  private static boolean isPublic(InetAddress address) {
    return address.getHostAddress().equals("127.0.0.1") || PublicAddresses.contain(address);
  }

  @SafeVarargs
  private final void answers(String host, List<String>... oneAfterTheOther) {
    dns.put(host, new ArrayDeque<>(List.of(oneAfterTheOther)));
  }

  /** The last answer stays. */
  private synchronized InetAddress[] addressesOf(String host) throws UnknownHostException {
    lookups.add(host);
    Queue<List<String>> answers = dns.get(host);
    if (answers == null) {
      return InetAddress.getAllByName(host);
    }
    List<String> texts = answers.size() > 1 ? answers.poll() : answers.peek();
    InetAddress[] addresses = new InetAddress[texts.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = InetAddress.getByName(texts.get(i));
    }
    return addresses;
  }

  private Outcome outcomeOf(String url) {
    PagePreview preview = pages.preview(url);
    assertThat(preview.title()).isNull();
    return preview.outcome();
  }

  @Test
  void a_site_with_a_public_address_is_looked_at() {
    site.page("/", "<title>Hello</title>");
    assertThat(pages.preview("http://site.example:" + site.port()).title()).isEqualTo("Hello");
    assertThat(lookups).containsExactly("site.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.2",
        "0.0.0.0",
        "0",
        "2130706434", // 127.0.0.2 as one number
        "0x7f000002",
        "0x7f.0.0.2",
        "0x7f.0x0.0x0.0x2",
        "0177.0.0.2",
        "00000177.0.0.02",
        "127.2",
        "127.0.2",
        "127.0.0.2.",
        "127.000.000.002",
        "１２７.０.０.２",
        "127。0。0。2",
        "[::1]",
        "[::]",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.2]",
        "[::ffff:7f00:2]",
        "[::127.0.0.2]",
        "[::ffff:169.254.169.254]",
        "[64:ff9b::127.0.0.2]",
        "[64:ff9b::a9fe:a9fe]",
        "[2002:7f00:2::]",
        "[2001:0:7f00:2::]",
        "[fe80::1]",
        "[fd00:ec2::254]",
        "169.254.169.254",
        "10.0.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "anything.localhost",
        "printer.local",
        "metadata.google.internal",
        "redis",
      })
  void an_address_of_a_private_network_is_refused_in_every_notation(String host) {
    assertThat(outcomeOf("http://%s:%d/".formatted(host, site.port())))
        .isEqualTo(Outcome.FORBIDDEN_ADDRESS);
    assertThat(outcomeOf("https://%s:%d/".formatted(host, site.port())))
        .isEqualTo(Outcome.FORBIDDEN_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.2",
        "::1",
        "::ffff:127.0.0.2",
        "64:ff9b::7f00:2",
        "2002:7f00:2::",
        "10.1.1.1"
      })
  void a_name_that_stands_for_such_an_address_is_refused(String address) {
    answers("evil.example", List.of(address));
    assertThat(outcomeOf("http://evil.example:" + site.port() + "/"))
        .isEqualTo(Outcome.FORBIDDEN_ADDRESS);
  }

  @Test
  void one_such_address_among_others_is_enough() {
    site.page("/", "<title>Hello</title>");
    answers("evil.example", List.of("127.0.0.1", "127.0.0.2"));
    assertThat(outcomeOf("http://evil.example:" + site.port() + "/"))
        .isEqualTo(Outcome.FORBIDDEN_ADDRESS);
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void a_name_that_changes_its_address_after_the_check_is_asked_at_the_one_that_was_checked() {
    site.page("/", "<title>Hello</title>");
    answers("rebind.example", List.of("127.0.0.1"), List.of("127.0.0.2"));
    assertThat(pages.preview("http://rebind.example:" + site.port() + "/").title())
        .isEqualTo("Hello");
    assertThat(lookups).containsExactly("rebind.example");
  }

  @Test
  void a_redirect_to_the_same_name_is_checked_again() {
    answers("rebind.example", List.of("127.0.0.1"), List.of("127.0.0.2"));
    site.redirect("/", 302, "http://rebind.example:" + site.port() + "/");
    assertThat(outcomeOf("http://rebind.example:" + site.port() + "/"))
        .isEqualTo(Outcome.FORBIDDEN_ADDRESS);
    assertThat(lookups).containsExactly("rebind.example", "rebind.example");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_into_a_private_network_is_refused(int status) {
    site.redirect("/", status, "http://127.0.0.2:" + site.port() + "/");
    assertThat(outcomeOf("http://site.example:" + site.port() + "/"))
        .isEqualTo(Outcome.FORBIDDEN_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://0x7f000002/",
        "http://2130706434/",
        "//127.2/",
        "http://[::ffff:127.0.0.2]/",
        "http://localhost/",
        "http://inside.example/",
      })
  void so_is_a_redirect_in_any_other_notation(String location) {
    answers("inside.example", List.of("127.0.0.2"));
    site.redirect("/first", 302, "/second").redirect("/second", 302, location);
    assertThat(outcomeOf("http://site.example:" + site.port() + "/first"))
        .isEqualTo(Outcome.FORBIDDEN_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "javascript:alert(1)", "ftp://site.example/", "http:"})
  void a_redirect_to_anything_but_a_page_is_refused(String location) {
    site.redirect("/", 302, location);
    assertThat(outcomeOf("http://site.example:" + site.port() + "/"))
        .isEqualTo(Outcome.UNSUPPORTED_URL);
  }

  @Test
  void a_picture_in_a_private_network_is_not_shown() {
    site.page(
        "/",
        """
        <title>Hello</title>
        <meta property="og:image" content="http://192.168.1.1/reboot">
        <meta name="twitter:image" content="http://localhost/x.png">
        <link rel="image_src" href="https://site.example/x.png">
        """);
    assertThat(pages.preview("http://site.example:" + site.port() + "/").imageUrl())
        .isEqualTo("https://site.example/x.png");
  }
}
