package chat.letstalk.awsmessaging;

import static chat.letstalk.awsmessaging.TestAws.await;
import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.delivery.OutgoingEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many events a consumer is given, and what they bring along. */
class HandingOutTest {

  private static final CompletionStage<Void> AT_ONCE = CompletableFuture.completedFuture(null);

  private final String channel = TestAws.freshChannel();
  private Service service;

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void no_more_events_are_taken_out_than_may_be_in_flight() {
    List<Message<String>> taken = new CopyOnWriteArrayList<>();
    service = new Service(Map.of("letstalk.aws.in-flight", "3"));
    service
        .reads(
            channel,
            channel,
            message -> {
              taken.add(message);
              return AT_ONCE; // as a consumer with lanes
            })
        .ready();
    for (int i = 0; i < 9; i++) {
      service.publishAll(channel, "chat" + i, "event " + i);
    }
    await().until(() -> taken.size() >= 3);
    assertThat(taken).hasSizeLessThan(9);
    for (int done = 0; done < 9; done++) {
      int next = done;
      await().until(() -> taken.size() > next);
      taken.get(next).ack().toCompletableFuture().join();
    }
    await().until(() -> QueueContent.countOf("t-" + channel + ".fifo") == 0);
  }

  @Test
  void headers_and_key_arrive_and_the_type_is_there_for_people() {
    service = new Service(Map.of(), false);
    List<Message<String>> got = new CopyOnWriteArrayList<>();
    service.reads(
        "emails",
        channel,
        message -> {
          got.add(message);
          return message.ack();
        });
    service.ready();
    service
        .publish(
            new OutgoingEvent(
                "emails", "ann@example.com", "{}", Map.of("traceparent", "00-1-2-01")))
        .join();
    await().until(() -> !got.isEmpty());
    AwsBroker broker = new AwsBroker();
    assertThat(broker.keyOf(got.get(0))).isEqualTo("ann@example.com");
    assertThat(broker.headersOf(got.get(0))).containsExactly(Map.entry("traceparent", "00-1-2-01"));
    assertThat(QueueContent.drain("t-emails").get(0).messageAttributes().get("letstalk-type"))
        .extracting("stringValue")
        .isEqualTo("EmailEvent");
  }
}
