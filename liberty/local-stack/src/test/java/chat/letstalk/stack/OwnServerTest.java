package chat.letstalk.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that somebody already has: none is started in their place, and nobody sees passwords. */
class OwnServerTest {

  @TempDir Path data;

  @Test
  void a_server_of_ones_own_is_used_instead_of_an_engine() {
    StackOptions options =
        StackOptions.allInOne(data)
            .with(Choice.STORE, "mongodb")
            .with(OwnServer.MONGODB, "mongodb://db:27017")
            .with(OwnServer.KAFKA, "one:9092,other:9092");
    assertThat(Engine.of(options)).extracting(Engine::part).containsExactly("mailbox");
    assertThat(new ServiceEnvironment(options).of(LocalStack.ALL_IN_ONE))
        .containsEntry("LETSTALK_MONGODB_URL", "mongodb://db:27017")
        .containsEntry("LETSTALK_KAFKA_BOOTSTRAP_SERVERS", "one:9092,other:9092");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--mysql-url mysql://h",
        "--mongodb-url h",
        "--kafka http://h",
        "--aws-endpoint h",
        "--redis-url h"
      })
  void an_address_of_another_form_is_told_the_right_one(String typed) {
    String[] words = typed.split(" ");
    OwnServer server = OwnServer.of(words[0]).orElseThrow();
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> StackOptions.allInOne(data).with(server, words[1] + ":x:y"))
        .withMessageStartingWith(words[0] + " is '")
        .withMessageContaining("write ");
  }

  @Test
  void a_server_for_what_was_not_chosen_is_refused() {
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> StackOptions.allInOne(data).with(OwnServer.MONGODB, "mongodb://db:27017"))
        .withMessage(
            "--mongodb-url is for --store mongodb: add that, or leave --mongodb-url away.");
  }

  @ParameterizedTest
  @CsvSource({
    "mongodb://me:secret@db:27017/?x=secret, mongodb://***@db:27017/",
    "mongodb://me:se?cret@db:27017, ***",
    "jdbc:mysql://db:3306/letstalk?password=sec@ret, ***",
    "jdbc:mysql://db:3306/letstalk?password=secret, jdbc:mysql://db:3306/letstalk",
    "redis://:secret@cache, redis://***@cache",
    "me:secret@kafka:9092, ***@kafka:9092",
    "'one:9092,other:9092', 'one:9092,other:9092'"
  })
  void nobody_sees_a_password(String address, String shown) {
    assertThat(ServerAddress.shown(address)).isEqualTo(shown);
  }

  @Test
  void where_nobody_answers_is_said_with_the_option_and_what_to_do() {
    int port = FreePorts.one();
    ServerAddress address = address("redis://:secret@127.0.0.1:" + port);
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(address::requireReachable)
        .withMessageContaining("--redis-url is redis://***@127.0.0.1:" + port + ", where nobody")
        .withMessageContaining("refused")
        .withMessageEndingWith("start that server, or correct the address.");
  }

  @Test
  void one_of_several_hosts_is_enough() throws IOException {
    try (ServerSocket there = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address("127.0.0.1:" + FreePorts.one() + ",127.0.0.1:" + there.getLocalPort())
          .requireReachable();
    }
  }

  @Test
  void what_only_a_driver_understands_is_left_to_it() {
    assertThat(address("mongodb+srv://me:secret@cluster").hosts()).isEmpty();
    assertThat(address("jdbc:mysql://address=(host=db)/letstalk").hosts()).isEmpty();
  }

  private static ServerAddress address(String text) {
    return new ServerAddress("--redis-url", text, 6379);
  }
}
