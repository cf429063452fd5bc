package chat.letstalk.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack comes back after whatever ended the last one, and never touches what is not its own. */
class LeftoversTest {

  @TempDir Path data;

  private final List<StackProcess> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(StackProcess::kill);
  }

  @Test
  void what_a_killed_launcher_left_behind_is_ended() {
    StackProcess left = start("left");
    List<String> said = new ArrayList<>();
    Leftovers.end(data, said::add);
    assertThat(left.isAlive()).isFalse();
    assertThat(said).singleElement().asString().contains("left");
    assertThat(PidFile.all(data)).isEmpty();
  }

  @Test
  void a_process_that_only_has_the_same_number_lives_on() throws IOException {
    StackProcess stranger = start("stranger");
    Path file = data.resolve("run/stranger.pid");
    Files.writeString(file, stranger.pid() + "\n2001-01-01T00:00:00Z\n");
    Leftovers.end(data, said -> {});
    assertThat(stranger.isAlive()).isTrue();
    assertThat(file).doesNotExist();
  }

  @Test
  void ctrl_c_in_the_terminal_does_not_reach_the_parts() throws IOException, InterruptedException {
    StackProcess part = start("part");
    Process kill = new ProcessBuilder("/bin/kill", "-INT", String.valueOf(part.pid())).start();
    assertThat(kill.waitFor()).isZero();
    assertThat(part.isAlive()).isTrue();
    part.close();
    assertThat(part.isAlive()).isFalse();
  }

  @Test
  void a_part_that_ends_while_starting_says_what_it_logged() {
    StackProcess broken =
        StackProcess.start("broken", data, Map.of(), List.of("/bin/sh", "-c", "echo no luck"));
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> broken.awaitReady(() -> false, Duration.ofSeconds(20)))
        .withMessageContaining("broken")
        .withMessageContaining("no luck");
  }

  @Test
  void a_taken_port_is_named() throws IOException {
    int first = FreePorts.row(15);
    try (ServerSocket taken = new ServerSocket(first + 4, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertThatExceptionOfType(StackException.class)
          .isThrownBy(
              () ->
                  LocalStack.start(
                      new StackOptions(data, first, false, Map.of(), Map.of(), Map.of())))
          .withMessageStartingWith("Port " + (first + 4) + " (for the database) is taken")
          .withMessageContaining("--port");
    }
  }

  @Test
  void one_data_folder_is_for_one_stack() {
    StackOptions options = StackOptions.allInOne(data);
    StackLock lock = StackLock.of(options);
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> StackLock.of(options))
        .withMessageContaining("runs already");
    lock.close();
    StackLock.of(options).close();
  }

  private StackProcess start(String part) {
    StackProcess process =
        StackProcess.start(part, data, Map.of(), List.of("/bin/sh", "-c", "exec sleep 600"));
    started.add(process);
    return process;
  }
}
