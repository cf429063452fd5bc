package chat.letstalk.imageprocessing.assembly;

import static chat.letstalk.contracts.channel.Channels.IMAGE_PREVIEWS;
import static chat.letstalk.contracts.channel.Channels.IMAGE_PREVIEW_REQUESTS;
import static chat.letstalk.contracts.channel.Channels.deadLettersOf;
import static chat.letstalk.delivery.Waiting.await;
import static chat.letstalk.images.Pictures.decoded;
import static chat.letstalk.images.Pictures.encoded;
import static chat.letstalk.images.Pictures.quarters;
import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.contracts.event.ImagePreviewReady;
import chat.letstalk.contracts.event.ImagePreviewRequest;
import chat.letstalk.delivery.EventDelivery;
import chat.letstalk.delivery.EventJson;
import chat.letstalk.delivery.KafkaChannel;
import chat.letstalk.delivery.OutgoingEvent;
import chat.letstalk.delivery.TestBroker;
import chat.letstalk.imageprocessing.picture.ImagePreviewConsumer;
import chat.letstalk.imageprocessing.storage.FileStorage;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.preview.Previews;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From channel to channel over a real Kafka, with pictures that the real file-storage keeps. */
class ImagePreviewChannelTest {

  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TRACE = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

  /** Each test reads on where the last one has ended. */
  private static final String GROUP = TestBroker.freshName("image-processing");

  @TempDir Path folder;

  private final String chat = UUID.randomUUID().toString();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
  private FileStorage storage;
  private Previews previews;
  private KafkaChannel channel;

  @BeforeEach
  void start() {
    Stream.of(IMAGE_PREVIEW_REQUESTS, IMAGE_PREVIEWS, deadLettersOf(IMAGE_PREVIEW_REQUESTS))
        .forEach(topic -> TestBroker.topic(topic, 2));
    storage = FileStorage.on(folder);
    ImageProcessingProducers producers =
        new ImageProcessingProducers(new SmallRyeConfigBuilder().addPropertiesSources().build());
    previews = producers.localPreviews(storage.client());
    ImagePreviewConsumer consumer =
        new ImagePreviewConsumer(
            TestBroker.delivery(threads),
            producers.previewPicture(previews, TestBroker.outlet(), (outcome, took) -> {}),
            producers.lanes());
    channel = new KafkaChannel(IMAGE_PREVIEW_REQUESTS, GROUP, consumer::on);
  }

  @AfterEach
  void stop() {
    channel.close();
    previews.close();
    storage.close();
    threads.shutdownNow();
  }

  private ImagePreviewRequest request(String image) {
    return new ImagePreviewRequest(UUID.randomUUID().toString(), "message", chat, image, 1);
  }

  private void publish(ImagePreviewRequest request) {
    publish(EventJson.write(request));
  }

  private void publish(String body) {
    TestBroker.publish(
            new OutgoingEvent(IMAGE_PREVIEW_REQUESTS, chat, body, Map.of("traceparent", TRACE)))
        .toCompletableFuture()
        .join();
  }

  /** What has arrived in a channel for the chat of this test. */
  private List<OutgoingEvent> arrived(String topic) {
    return TestBroker.contentOf(topic).stream().filter(e -> chat.equals(e.key())).toList();
  }

  private List<ImagePreviewReady> ready() {
    return arrived(IMAGE_PREVIEWS).stream()
        .map(event -> EventJson.read(event.body(), ImagePreviewReady.class))
        .toList();
  }

  private List<String> reasonsOfDeadLetters() {
    return arrived(deadLettersOf(IMAGE_PREVIEW_REQUESTS)).stream()
        .map(event -> event.headers().get(EventDelivery.REASON))
        .toList();
  }

  private void isDoneWith(int requests) {
    await().untilAsserted(() -> assertThat(channel.committed()).isEqualTo(requests));
  }

  private String picture() {
    return storage.put(encoded(quarters(1024, 768), ImageFormat.PNG));
  }

  @Test
  void a_picture_comes_back_as_its_preview_and_a_repeat_as_the_same_event() {
    ImagePreviewRequest request = request(picture());

    publish(request);
    publish(request);
    isDoneWith(2);

    assertThat(ready())
        .hasSize(2)
        .allSatisfy(
            ready -> {
              assertThat(ready.messageId()).isEqualTo("message");
              assertThat(ready.chatId()).isEqualTo(chat);
              assertThat(ready.imageId()).isEqualTo(request.imageId());
              assertThat(ready.eventId()).isEqualTo(ready().get(0).eventId());
              assertThat(decoded(storage.content(ready.previewId())).getWidth())
                  .isEqualTo(ready.width())
                  .isEqualTo(512);
            });
    assertThat(arrived(IMAGE_PREVIEWS))
        .extracting(event -> event.headers().get("traceparent"))
        .allSatisfy(trace -> assertThat(trace).contains(TRACE_ID));
  }

  @Test
  void a_picture_that_is_gone_or_damaged_leaves_its_message_as_it_is_and_the_channel_goes_on() {
    String good = picture();
    publish(request(UUID.randomUUID().toString()));
    publish(request(storage.put(new byte[] {1, 2, 3})));
    publish(request(good));

    isDoneWith(3);

    assertThat(ready()).extracting(ImagePreviewReady::imageId).containsExactly(good);
    assertThat(reasonsOfDeadLetters()).isEmpty();
  }

  @Test
  void what_is_no_request_goes_to_the_dead_letters_and_the_channel_goes_on() {
    publish("no json");
    publish(request(null));
    publish(request(picture()));

    isDoneWith(3);

    assertThat(ready()).hasSize(1);
    assertThat(reasonsOfDeadLetters())
        .containsExactlyInAnyOrder(
            "The event is no ImagePreviewRequest: jakarta.json.bind.JsonbException",
            "The request has no imageId");
  }

  @Test
  void without_file_storage_a_request_is_tried_again_and_in_the_end_a_dead_letter() {
    storage.goesAway();
    publish(request("019c0000-0000-7000-8000-000000000001"));

    isDoneWith(1);

    assertThat(reasonsOfDeadLetters()).singleElement().asString().contains("PreviewsUnavailable");
    assertThat(ready()).isEmpty();
  }
}
