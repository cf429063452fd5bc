package chat.letstalk.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed is understood, or answered with a sentence. */
class CommandLineTest {

  private static final Path DATA = Path.of("/checkout/.letstalk");

  @Test
  void up_needs_nothing_else() {
    CommandLine line = parse("up");
    assertThat(line.port()).isEqualTo(8080);
    assertThat(line.separate()).isFalse();
    assertThat(line.data()).isEqualTo(DATA);
  }

  @Test
  void up_takes_its_options_in_any_order() {
    CommandLine line = parse("up --separate --data /elsewhere --port 9000");
    assertThat(line)
        .isEqualTo(
            new CommandLine(
                "up", Path.of("/elsewhere"), 9000, true, false, "", Map.of(), Map.of()));
  }

  @Test
  void pictures_are_kept_where_one_likes() {
    assertThat(parse("up --files s3").choices()).isEqualTo(Map.of(Choice.FILES, "s3"));
    assertThat(parse("up").choices()).isEmpty();
  }

  @Test
  void previews_are_made_where_one_likes() {
    assertThat(parse("up --previews lambda --files s3").choices())
        .isEqualTo(Map.of(Choice.FILES, "s3", Choice.PREVIEWS, "lambda"));
  }

  @Test
  void every_mix_of_store_broker_and_cache_can_be_chosen() {
    assertThat(parse("up --store mongodb --broker aws --cache redis").choices())
        .isEqualTo(Map.of(Choice.STORE, "mongodb", Choice.BROKER, "aws", Choice.CACHE, "redis"));
    assertThat(parse("up --cache memory --broker kafka --store mysql").choices())
        .isEqualTo(Map.of(Choice.STORE, "mysql", Choice.BROKER, "kafka", Choice.CACHE, "memory"));
  }

  @Test
  void servers_that_are_there_already_are_named() {
    assertThat(parse("up --kafka one:9092 --mysql-url jdbc:mysql://db/letstalk").ownServers())
        .isEqualTo(
            Map.of(OwnServer.KAFKA, "one:9092", OwnServer.MYSQL, "jdbc:mysql://db/letstalk"));
  }

  @Test
  void an_unknown_choice_is_told_the_known_ones() {
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> parse("up --previews cloud"))
        .withMessage("--previews is one of local, lambda, not 'cloud'.");
  }

  @Test
  void functions_need_a_bucket() {
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> StackOptions.allInOne(DATA).with(Choice.PREVIEWS, "lambda"))
        .withMessageContaining("add --files s3");
    StackOptions.allInOne(DATA).with(Choice.FILES, "s3").with(Choice.PREVIEWS, "lambda");
  }

  @Test
  void down_can_wipe() {
    assertThat(parse("down --wipe").wipe()).isTrue();
  }

  @Test
  void code_is_for_an_address() {
    assertThat(parse("code alice@example.com").email()).isEqualTo("alice@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fly",
        "up --port",
        "up --port x",
        "up --wipe",
        "up now",
        "up --store oracle",
        "up --broker",
        "up --cache disk",
        "up --kafka",
        "down --kafka one:9092",
        "up --files",
        "up --files tape",
        "up --previews",
        "down --files s3",
        "down --port 1",
        "code",
        "code alice",
        "code a@example.com b@example.com",
        "rotate-keys --separate"
      })
  void anything_else_is_answered_with_one_sentence(String typed) {
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> parse(typed))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").matches(".*[.?]"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65_530, 70_000})
  void a_port_without_room_for_the_others_is_refused(int port) {
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> new StackOptions(DATA, port, false, Map.of(), Map.of(), Map.of()))
        .withMessageContaining("--port");
  }

  private static CommandLine parse(String typed) {
    return CommandLine.parse(typed.isEmpty() ? List.of() : List.of(typed.split(" ")), DATA);
  }
}
