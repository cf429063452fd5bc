package chat.letstalk.linkpreview.assembly;

import static chat.letstalk.contracts.channel.Channels.LINK_PREVIEWS;
import static chat.letstalk.contracts.channel.Channels.LINK_PREVIEW_REQUESTS;
import static chat.letstalk.contracts.channel.Channels.deadLettersOf;
import static chat.letstalk.delivery.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.cache.TestCaches;
import chat.letstalk.contracts.event.LinkPreviewReady;
import chat.letstalk.contracts.event.LinkPreviewRequest;
import chat.letstalk.delivery.EventDelivery;
import chat.letstalk.delivery.EventJson;
import chat.letstalk.delivery.KafkaChannel;
import chat.letstalk.delivery.OutgoingEvent;
import chat.letstalk.delivery.TestBroker;
import chat.letstalk.linkpreview.link.LinkPreviewConsumer;
import chat.letstalk.page.preview.Pages;
import chat.letstalk.page.site.RawSite;
import chat.letstalk.page.site.Site;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From channel to channel over a real Kafka, whoever looks at the pages. */
public abstract class LinkPreviewSuite {

  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TRACE = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

  /** Each test reads on where the last one has ended. */
  private static final String GROUP = TestBroker.freshName("link-preview");

  private final String chat = UUID.randomUUID().toString();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(16);
  private final CountingMeter meter = new CountingMeter();
  private Pages pages;
  private Site site;
  private KafkaChannel channel;

  /** What an operator sets, so that pages of this machine can be looked at. */
  protected abstract Map<String, String> configuration();

  @BeforeEach
  void start() {
    Stream.of(LINK_PREVIEW_REQUESTS, LINK_PREVIEWS, deadLettersOf(LINK_PREVIEW_REQUESTS))
        .forEach(topic -> TestBroker.topic(topic, 2));
    site = Site.open();
    LinkPreviewProducers producers = new LinkPreviewProducers(Configured.with(configuration()));
    pages = producers.pages(meter, TestCaches.of(Map.of()));
    LinkPreviewConsumer consumer =
        new LinkPreviewConsumer(
            TestBroker.delivery(threads),
            producers.previewLink(pages, TestBroker.outlet()),
            producers.lanes());
    channel = new KafkaChannel(LINK_PREVIEW_REQUESTS, GROUP, consumer::on);
  }

  @AfterEach
  void stop() {
    channel.close();
    site.close();
    pages.close();
    threads.shutdownNow();
  }

  private LinkPreviewRequest request(String message, String url) {
    return new LinkPreviewRequest(UUID.randomUUID().toString(), message, chat, url);
  }

  private CompletableFuture<Void> publish(LinkPreviewRequest request) {
    return publish(EventJson.write(request), Map.of("traceparent", TRACE));
  }

  private CompletableFuture<Void> publish(String body, Map<String, String> headers) {
    return TestBroker.publish(new OutgoingEvent(LINK_PREVIEW_REQUESTS, chat, body, headers))
        .toCompletableFuture();
  }

  /** What has arrived in a channel for the chat of this test. */
  private List<OutgoingEvent> arrived(String topic) {
    return TestBroker.contentOf(topic).stream().filter(e -> chat.equals(e.key())).toList();
  }

  private List<LinkPreviewReady> previews() {
    return arrived(LINK_PREVIEWS).stream()
        .map(event -> EventJson.read(event.body(), LinkPreviewReady.class))
        .toList();
  }

  private void isDoneWith(int requests) {
    await().untilAsserted(() -> assertThat(channel.committed()).isEqualTo(requests));
  }

  @Test
  void a_link_comes_back_as_what_its_page_shows() {
    site.page("/", "<title>Grüße 😀</title><meta property=\"og:image\" content=\"/cat.png\">");
    LinkPreviewRequest request = request("message", site.url("/"));

    publish(request).join();
    publish(request).join();
    isDoneWith(2);

    assertThat(previews())
        .hasSize(2)
        .allSatisfy(
            ready ->
                assertThat(ready)
                    .usingRecursiveComparison()
                    .ignoringFields("eventId")
                    .isEqualTo(
                        new LinkPreviewReady(
                            null,
                            "message",
                            chat,
                            site.url("/"),
                            "Grüße 😀",
                            site.url("/cat.png"))));
    assertThat(previews())
        .extracting(LinkPreviewReady::eventId)
        .containsOnly(previews().get(0).eventId());
    assertThat(arrived(LINK_PREVIEWS))
        .extracting(event -> event.headers().get("traceparent"))
        .allSatisfy(trace -> assertThat(trace).contains(TRACE_ID));
  }

  @Test
  void a_link_that_is_sent_a_thousand_times_is_fetched_once() {
    site.page("/", "<title>Popular</title>");
    IntStream.range(0, 1000)
        .mapToObj(n -> publish(request("message-" + n, site.url("/#" + n))))
        .toList()
        .forEach(CompletableFuture::join);

    isDoneWith(1000);

    assertThat(previews())
        .extracting(LinkPreviewReady::messageId)
        .doesNotHaveDuplicates()
        .hasSize(1000);
    assertThat(previews()).extracting(LinkPreviewReady::title).containsOnly("Popular");
    assertThat(site.requestsFor("/")).isEqualTo(1);
    assertThat(meter.cached()).hasSize(999);
  }

  @Test
  void a_page_that_fails_leaves_its_message_as_it_is_and_the_channel_goes_on() {
    site.page("/good", "<title>Good</title>").page("/empty", "<p>nothing</p>");
    site.page("/data", "application/json", new byte[] {'1'});
    for (String url :
        List.of(
            site.url("/missing"),
            site.url("/empty"),
            site.url("/data"),
            "http://127.0.0.1:1/",
            "ftp://127.0.0.1/",
            "no url",
            site.url("/good"))) {
      publish(request("message", url)).join();
    }

    isDoneWith(7);

    assertThat(previews()).extracting(LinkPreviewReady::url).containsExactly(site.url("/good"));
    assertThat(arrived(deadLettersOf(LINK_PREVIEW_REQUESTS))).isEmpty();
  }

  @Test
  void what_is_no_request_goes_to_the_dead_letters_and_the_channel_goes_on() {
    site.page("/", "<title>Good</title>");
    publish("no json", Map.of("traceparent", TRACE)).join();
    publish(request("message", null)).join();
    publish(request("message", site.url("/"))).join();

    isDoneWith(3);

    assertThat(previews()).extracting(LinkPreviewReady::title).containsExactly("Good");
    assertThat(arrived(deadLettersOf(LINK_PREVIEW_REQUESTS)))
        .extracting(event -> event.headers().get(EventDelivery.REASON))
        .containsExactlyInAnyOrder(
            "The event is no LinkPreviewRequest: jakarta.json.bind.JsonbException",
            "The request has no url");
  }

  @Test
  void a_slow_page_does_not_hold_up_the_others() throws IOException {
    site.page("/", "<title>Quick</title>");
    try (RawSite slow = RawSite.open(out -> Thread.sleep(60_000))) {
      publish(request("slow", slow.url())).join();
      publish(request("quick", site.url("/"))).join();

      await().untilAsserted(() -> assertThat(previews()).hasSize(1));
      assertThat(previews()).extracting(LinkPreviewReady::messageId).containsExactly("quick");
      assertThat(channel.committed()).isZero();
    }
    isDoneWith(2);
  }
}
