package chat.letstalk.linkpreview.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.cache.Caches;
import chat.letstalk.cache.RedisProcess;
import chat.letstalk.cache.TestCaches;
import chat.letstalk.page.Outcome;
import chat.letstalk.page.preview.PageMeter;
import chat.letstalk.page.preview.PagePreview;
import chat.letstalk.page.preview.Pages;
import chat.letstalk.page.preview.PagesUnavailable;
import chat.letstalk.page.preview.WebPages;
import chat.letstalk.page.site.FetchSettingsForTests;
import chat.letstalk.page.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CachedPagesTest {

  private final AtomicLong nanos = new AtomicLong();
  private final CountingMeter meter = new CountingMeter();
  private Site site;
  private WebPages webPages;
  private CachedPages pages;

  private static final class CountingMeter implements PageMeter {
    private final AtomicInteger cached = new AtomicInteger();
    private final AtomicInteger fetched = new AtomicInteger();

    @Override
    public void cached(Outcome outcome) {
      cached.incrementAndGet();
    }

    @Override
    public void fetched(Outcome outcome, Duration took) {
      fetched.incrementAndGet();
    }
  }

  @BeforeEach
  void open() {
    site = Site.open().page("/", "<title>Hello</title>");
    webPages = new WebPages(FetchSettingsForTests.open(), Duration.ofSeconds(30));
    pages = cached(webPages);
  }

  private CachedPages cached(Pages behind) {
    CachedPages.CacheTimes times =
        new CachedPages.CacheTimes(
            Duration.ofDays(1), Duration.ofMinutes(10), Duration.ofSeconds(30));
    return new CachedPages(behind, TestCaches.inMemory(nanos::get), times, meter);
  }

  @AfterEach
  void close() {
    webPages.close();
    site.close();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void a_link_that_is_sent_a_thousand_times_at_once_is_fetched_once() {
    ExecutorService people = Executors.newFixedThreadPool(50);
    try {
      List<CompletableFuture<PagePreview>> previews =
          IntStream.range(0, 1000)
              .mapToObj(
                  n ->
                      CompletableFuture.supplyAsync(
                          () -> pages.preview(site.url("/#" + n)), people))
              .toList();
      assertThat(previews)
          .allSatisfy(preview -> assertThat(preview.join().title()).isEqualTo("Hello"));
    } finally {
      people.shutdownNow();
    }
    assertThat(site.requestsFor("/")).isEqualTo(1);
    assertThat(meter.fetched).hasValue(1);
    assertThat(meter.cached).hasValue(999);
  }

  @Test
  void what_was_seen_is_remembered_for_a_day() {
    pages.preview(site.url("/"));
    pass(Duration.ofHours(23));
    site.page("/", "<title>Changed</title>");
    assertThat(pages.preview(site.url("/")).title()).isEqualTo("Hello");
    pass(Duration.ofHours(2));
    assertThat(pages.preview(site.url("/")).title()).isEqualTo("Changed");
  }

  @Test
  void that_there_was_nothing_is_remembered_for_ten_minutes() {
    site.answer("/", 503, Map.of(), new byte[0]);
    assertThat(pages.preview(site.url("/")).outcome()).isEqualTo(Outcome.ERROR_STATUS);
    site.page("/", "<title>Back</title>");
    pass(Duration.ofMinutes(9));
    assertThat(pages.preview(site.url("/")).outcome()).isEqualTo(Outcome.ERROR_STATUS);
    pass(Duration.ofMinutes(2));
    assertThat(pages.preview(site.url("/")).title()).isEqualTo("Back");
  }

  @Test
  void when_nobody_can_look_nothing_is_remembered() {
    List<String> asked = new ArrayList<>();
    CachedPages unlucky =
        cached(
            url -> {
              asked.add(url);
              throw new PagesUnavailable("away", null);
            });
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> unlucky.preview(site.url("/"))).isInstanceOf(PagesUnavailable.class);
    }
    assertThat(asked).hasSize(2);
  }

  @Test
  void what_is_no_url_is_counted_and_nobody_is_asked() {
    assertThat(pages.preview("ftp://example.com").outcome()).isEqualTo(Outcome.UNSUPPORTED_URL);
    assertThat(meter.fetched).hasValue(1);
  }

  @Test
  void with_redis_a_page_is_looked_at_once_by_all_replicas() {
    site.page("/", "<title>Tom &amp; „Jerry“ 😀</title>");
    try (RedisProcess redis = RedisProcess.start();
        Caches here = onRedis(redis);
        Caches there = onRedis(redis)) {
      CachedPages.CacheTimes times =
          new CachedPages.CacheTimes(
              Duration.ofDays(1), Duration.ofMinutes(10), Duration.ofSeconds(30));
      CachedPages one = new CachedPages(webPages, here, times, meter);
      CachedPages other = new CachedPages(webPages, there, times, meter);
      for (String path : List.of("/", "/missing")) {
        PagePreview seen = one.preview(site.url(path));
        assertThat(other.preview(site.url(path))).isEqualTo(seen);
        assertThat(site.requestsFor(path)).isEqualTo(1);
      }
    }
  }

  private static Caches onRedis(RedisProcess redis) {
    Caches caches =
        TestCaches.of(
            Map.of(
                "letstalk.cache", "redis",
                "letstalk.redis.url", redis.url(),
                "letstalk.redis.timeout", "PT5S"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> caches.redis().get().problem().isEmpty());
    return caches;
  }
}
