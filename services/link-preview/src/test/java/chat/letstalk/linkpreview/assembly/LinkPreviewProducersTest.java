package chat.letstalk.linkpreview.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chat.letstalk.cache.TestCaches;
import chat.letstalk.page.Outcome;
import chat.letstalk.page.preview.Pages;
import chat.letstalk.page.preview.WebPages;
import chat.letstalk.page.site.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What the keys do, by the service's own configuration. */
class LinkPreviewProducersTest {

  private static final String KEY = "letstalk.link-preview";

  private final Map<String, String> set = new HashMap<>();
  private final CountingMeter meter = new CountingMeter();

  private LinkPreviewProducers producers() {
    return new LinkPreviewProducers(Configured.with(set));
  }

  private Outcome outcomeOf(String url) {
    try (Pages pages = producers().pages(meter, TestCaches.of(Map.of()))) {
      return pages.preview(url).outcome();
    }
  }

  private void reachThisMachine() {
    set.put(KEY + ".allow-private", "true");
    set.put(KEY + ".ports", "1-65535");
  }

  @Test
  void an_unknown_way_is_refused_by_naming_the_known_ones() {
    set.put(KEY, "azure");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> producers().pages(meter, TestCaches.of(Map.of())))
        .withMessage("letstalk.link-preview is azure; it can be local or lambda");
  }

  @Test
  void by_default_this_process_looks_and_private_networks_are_not_asked() {
    try (Site site = Site.open().page("/", "<title>secret</title>")) {
      set.put(KEY + ".ports", "1-65535");

      assertThat(outcomeOf(site.url("/"))).isEqualTo(Outcome.FORBIDDEN_ADDRESS);
      assertThat(site.requests()).isEmpty();
    }
  }

  @Test
  void hosts_ports_and_robots_are_as_an_operator_sets_them() {
    try (Site site = Site.open().page("/", "<title>Hello</title>")) {
      site.page("/robots.txt", "text/plain", "User-agent: *\nDisallow: /".getBytes(UTF_8));
      reachThisMachine();
      assertThat(outcomeOf(site.url("/"))).isEqualTo(Outcome.ROBOTS);

      set.put(KEY + ".robots", "false");
      assertThat(outcomeOf(site.url("/"))).isEqualTo(Outcome.FOUND);

      set.put(KEY + ".ports", "80,443");
      assertThat(outcomeOf(site.url("/"))).isEqualTo(Outcome.UNSUPPORTED_URL);

      set.put(KEY + ".ports", "1-65535");
      set.put(KEY + ".hosts.denied", "127.0.0.1");
      assertThat(outcomeOf(site.url("/"))).isEqualTo(Outcome.DENIED_HOST);

      set.put(KEY + ".hosts.denied", "");
      set.put(KEY + ".hosts.allowed", "example.com");
      assertThat(outcomeOf(site.url("/"))).isEqualTo(Outcome.DENIED_HOST);
    }
  }

  @Test
  void what_was_seen_is_remembered_as_long_as_an_operator_sets() {
    try (Site site = Site.open().page("/", "<title>Hello</title>")) {
      reachThisMachine();
      set.put(KEY + ".cache.nothing", "PT0.000000001S");
      try (Pages pages = producers().pages(meter, TestCaches.of(Map.of()))) {
        pages.preview(site.url("/"));
        pages.preview(site.url("/"));
        pages.preview(site.url("/missing"));
        pages.preview(site.url("/missing"));
      }
      assertThat(site.requestsFor("/")).isEqualTo(1);
      assertThat(site.requestsFor("/missing")).isEqualTo(2);
      assertThat(meter.cached()).containsExactly(Outcome.FOUND);
      assertThat(meter.fetched())
          .containsExactly(Outcome.FOUND, Outcome.ERROR_STATUS, Outcome.ERROR_STATUS);
    }
  }

  @Test
  void leading_links_into_private_networks_is_warned_of_at_the_start() {
    List<String> warnings = new CopyOnWriteArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            warnings.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger(WebPages.class.getName());
    log.addHandler(handler);
    try {
      producers().pages(meter, TestCaches.of(Map.of())).close();
      assertThat(warnings).isEmpty();
      reachThisMachine();
      producers().pages(meter, TestCaches.of(Map.of())).close();
      assertThat(warnings)
          .singleElement()
          .satisfies(line -> assertThat(line).contains(KEY + ".allow-private=true"));
    } finally {
      log.removeHandler(handler);
    }
  }

  @Test
  void as_many_links_are_on_their_way_as_an_operator_sets() {
    set.put(KEY + ".concurrency", "2");
    var lanes = producers().lanes();
    CompletionStage<Void> first = lanes.put(new CompletableFuture<>());
    CompletionStage<Void> second = lanes.put(new CompletableFuture<>());

    assertThat(first.toCompletableFuture()).isCompleted();
    assertThat(second.toCompletableFuture()).isNotDone();
  }
}
