package chat.letstalk.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what was chosen is started, and services are told of nothing else. */
class ChosenEnginesTest {

  @TempDir Path data;

  @Test
  void unasked_there_are_a_database_a_broker_and_a_mailbox() {
    StackOptions options = StackOptions.allInOne(data);
    assertThat(Engine.of(options))
        .extracting(Engine::part)
        .containsExactlyInAnyOrder("database", "kafka", "mailbox");
    assertThat(told(options))
        .contains("LETSTALK_MYSQL_URL", "LETSTALK_KAFKA_BOOTSTRAP_SERVERS")
        .doesNotContain("LETSTALK_MONGODB_URL", "LETSTALK_AWS_ENDPOINT", "LETSTALK_REDIS_URL");
  }

  @Test
  void what_was_not_chosen_is_not_started() {
    StackOptions options =
        StackOptions.allInOne(data)
            .with(Choice.STORE, "mongodb")
            .with(Choice.BROKER, "aws")
            .with(Choice.CACHE, "redis");
    assertThat(Engine.of(options))
        .extracting(Engine::part)
        .containsExactlyInAnyOrder("mongodb", "aws", "redis", "mailbox");
    assertThat(told(options))
        .contains("LETSTALK_MONGODB_URL", "LETSTALK_AWS_ENDPOINT", "LETSTALK_REDIS_URL")
        .doesNotContain("LETSTALK_MYSQL_URL", "LETSTALK_KAFKA_BOOTSTRAP_SERVERS");
  }

  @Test
  void the_credentials_of_the_s3_win_as_it_alone_looks_at_them() {
    StackOptions options =
        StackOptions.allInOne(data).with(Choice.BROKER, "aws").with(Choice.FILES, "s3");
    assertThat(new ServiceEnvironment(options).of(LocalStack.ALL_IN_ONE))
        .containsEntry("AWS_SECRET_ACCESS_KEY", LocalS3.secretKeyIn(data));
  }

  private static Iterable<String> told(StackOptions options) {
    return new ServiceEnvironment(options).of(LocalStack.ALL_IN_ONE).keySet();
  }
}
