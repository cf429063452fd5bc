package chat.letstalk.awsmessaging;

import static chat.letstalk.awsmessaging.TestAws.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told when something may not be, or is not, there. */
class PermissionsTest {

  private final String channel = TestAws.freshChannel();
  private final AwsProxy network = new AwsProxy();

  @AfterEach
  void stop() {
    network.close();
  }

  private Service reader(boolean create) {
    return new Service(
            Map.of(
                "letstalk.aws.endpoint",
                network.setting().get("letstalk.aws.endpoint"),
                "letstalk.aws.create",
                String.valueOf(create)))
        .reads(channel, channel, message -> message.ack());
  }

  private void says(Service service, String... words) {
    await()
        .untilAsserted(
            () -> assertThat(service.health.ends().get("in:" + channel)).contains(words));
    assertThat(service.health.isUp()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "CreateTopic, sns:CreateTopic",
    "CreateQueue, sqs:CreateQueue",
    "GetQueueUrl, sqs:GetQueueUrl",
    "Subscribe, sns:Subscribe",
    "ReceiveMessage, sqs:ReceiveMessage"
  })
  void a_missing_permission_is_named_and_the_channel_works_once_it_is_given(
      String action, String permission) {
    network.deny(action);
    try (Service service = reader(true)) {
      says(service, "AWS refuses " + permission, "the permission " + permission);
      network.allowAll();
      service.ready();
    }
  }

  @Test
  void without_creation_what_is_missing_is_named_with_the_remedy() {
    try (Service service = reader(false)) {
      says(service, "Queue t-" + channel, "does not exist", "letstalk.aws.create=true");
    }
    assertThat(network.calls()).doesNotContain("CreateQueue", "CreateTopic", "Subscribe");
  }

  @Test
  void without_creation_what_somebody_else_has_made_is_enough() {
    try (Service maker = new Service(Map.of())) {
      maker.publishAll(channel, "chat", "1");
    }
    CompletableFuture<String> seen = new CompletableFuture<>();
    Map<String, String> settings = Map.of("letstalk.aws.create", "false");
    try (Service service = new Service(settings)) {
      service
          .reads(
              channel,
              channel,
              message -> {
                seen.complete(message.getPayload());
                return message.ack();
              })
          .ready();
      assertThat(seen.join()).isEqualTo("1");
      service.publishAll(channel, "chat", "2");
    }
  }

  @Test
  void without_creation_a_queue_that_is_not_subscribed_is_an_error() {
    try (Service maker = new Service(Map.of())) {
      maker.publishAll(channel, "chat", "1");
    }
    QueueContent.CLIENTS.sns().listSubscriptions().join().subscriptions().stream()
        .filter(subscription -> subscription.topicArn().contains(channel))
        .forEach(
            subscription ->
                QueueContent.CLIENTS
                    .sns()
                    .unsubscribe(ask -> ask.subscriptionArn(subscription.subscriptionArn()))
                    .join());
    try (Service service = reader(false)) {
      says(service, "is not subscribed to", "RawMessageDelivery=true");
    }
  }
}
