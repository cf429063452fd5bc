package chat.letstalk.awsmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "letstalk.aws.prefix, chat.example",
    "letstalk.aws.visibility, PT0S",
    "letstalk.aws.poll, PT21S",
    "letstalk.aws.in-flight, 0",
    "letstalk.aws.receives, 1001",
    "letstalk.aws.replicas.gone-after, PT1S",
    "letstalk.aws.endpoint, localhost:4566"
  })
  void a_value_that_cannot_be_is_refused_by_naming_its_key(String key, String value) {
    assertThatThrownBy(() -> TestAws.settings(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key);
  }

  @Test
  void a_password_in_the_endpoint_is_refused_and_not_repeated() {
    assertThatThrownBy(
            () ->
                TestAws.settings(
                    Map.of("letstalk.aws.endpoint", "http://user:geheim@127.0.0.1:4566")))
        .hasMessageContaining("letstalk.aws.endpoint")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void the_order_of_a_channel_shows_in_the_names_of_its_topic_queues_and_dead_letters() {
    AwsNames names = new AwsNames("p-", "notifications"::equals);
    assertThat(names.topic("notifications")).isEqualTo("p-notifications.fifo");
    assertThat(names.queue("notifications", "notifications-1")).isEqualTo("p-notifications-1.fifo");
    assertThat(names.deadLetters("notifications")).isEqualTo("p-notifications-dead-letters.fifo");
    assertThat(names.topic("emails")).isEqualTo("p-emails");
    assertThat(names.deadLetters("emails")).isEqualTo("p-emails-dead-letters");
  }
}
