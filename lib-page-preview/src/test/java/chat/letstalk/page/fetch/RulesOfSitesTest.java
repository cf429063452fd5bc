package chat.letstalk.page.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.page.Outcome;
import chat.letstalk.page.preview.WebPages;
import chat.letstalk.page.site.FetchSettingsForTests;
import chat.letstalk.page.site.Site;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators and sites do not want to be asked for is not asked for. */
class RulesOfSitesTest {

  private Site site;

  @BeforeEach
  void open() {
    site =
        Site.open()
            .page("/", "<title>Hello</title>")
            .page("/private/x", "<title>private</title>")
            .redirect("/moved", 302, "/private/x");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Outcome outcomeOf(FetchSettings settings, String url) {
    Internet everythingHere =
        new Internet(host -> InetAddress.getAllByName("127.0.0.1"), address -> true);
    try (WebPages pages = new WebPages(settings, Duration.ofSeconds(30), everythingHere)) {
      return pages.preview(url).outcome();
    }
  }

  private Outcome asRobot(String path) {
    return outcomeOf(FetchSettingsForTests.robots(), site.url(path));
  }

  private void robots(String text) {
    site.page("/robots.txt", "text/plain", text.getBytes(UTF_8));
  }

  @Test
  void what_is_not_for_robots_is_not_asked_for_even_after_a_redirect() {
    robots("User-agent: *\nDisallow: /private/\n");
    assertThat(asRobot("/")).isEqualTo(Outcome.FOUND);
    assertThat(asRobot("/private/x")).isEqualTo(Outcome.ROBOTS);
    assertThat(asRobot("/moved")).isEqualTo(Outcome.ROBOTS);
    assertThat(site.requestsFor("/private/x")).isZero();
  }

  @Test
  void a_rule_for_us_comes_before_that_for_all() {
    robots("User-agent: *\nDisallow: /\n\nUser-agent: LetsTalkBot\nAllow: /\n");
    assertThat(asRobot("/")).isEqualTo(Outcome.FOUND);
    robots("User-agent: *\nAllow: /\n\nUser-agent: letstalkbot\nDisallow: /\n");
    assertThat(asRobot("/")).isEqualTo(Outcome.ROBOTS);
  }

  @Test
  void a_site_without_rules_allows_all_and_one_that_cannot_say_them_nothing() {
    assertThat(asRobot("/")).isEqualTo(Outcome.FOUND);
    site.answer("/robots.txt", 503, Map.of(), new byte[0]);
    assertThat(asRobot("/")).isEqualTo(Outcome.ROBOTS);
  }

  @Test
  void rules_that_lead_in_circles_or_are_nonsense_are_none() {
    site.redirect("/robots.txt", 302, "/robots.txt");
    assertThat(asRobot("/")).isEqualTo(Outcome.FOUND);
    site.page("/robots.txt", "image/png", "*".repeat(2_000_000).getBytes(UTF_8));
    assertThat(asRobot("/")).isEqualTo(Outcome.FOUND);
  }

  @Test
  void rules_are_asked_for_once() {
    robots("User-agent: *\nAllow: /\n");
    try (WebPages pages = new WebPages(FetchSettingsForTests.robots(), Duration.ofSeconds(30))) {
      for (int i = 0; i < 3; i++) {
        assertThat(pages.preview(site.url("/")).isFound()).isTrue();
      }
    }
    assertThat(site.requestsFor("/robots.txt")).isEqualTo(1);
  }

  @Test
  void with_robots_off_nobody_asks_for_rules() {
    robots("User-agent: *\nDisallow: /\n");
    assertThat(outcomeOf(FetchSettingsForTests.open(), site.url("/"))).isEqualTo(Outcome.FOUND);
    assertThat(site.requestsFor("/robots.txt")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "example.com, FOUND",
    "www.example.com, FOUND",
    "WWW.EXAMPLE.COM, FOUND",
    "example.com., FOUND",
    "bad.example.com, DENIED_HOST",
    "very.bad.example.com, DENIED_HOST",
    "notexample.com, DENIED_HOST",
    "example.com.evil.org, DENIED_HOST",
    "example.org, DENIED_HOST",
  })
  void lists_of_hosts_are_kept(String host, Outcome outcome) {
    FetchSettings settings =
        FetchSettingsForTests.hosts(List.of("example.com"), List.of("bad.example.com"));
    assertThat(outcomeOf(settings, "http://%s:%d/".formatted(host, site.port())))
        .isEqualTo(outcome);
  }

  @Test
  void a_redirect_to_a_denied_host_is_not_followed() {
    site.redirect("/away", 302, "http://denied.example:" + site.port() + "/");
    FetchSettings settings = FetchSettingsForTests.hosts(List.of(), List.of("denied.example"));
    assertThat(outcomeOf(settings, "http://fine.example:%d/away".formatted(site.port())))
        .isEqualTo(Outcome.DENIED_HOST);
    assertThat(site.requestsFor("/")).isZero();
  }
}
