package chat.letstalk.bench.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.load.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProgramTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Timing BRIEF = new Timing(Duration.ZERO, Duration.ofMillis(50));

  @TempDir Path folder;

  @Test
  void a_program_works_in_its_folder_with_its_environment() throws Exception {
    var program =
        new ChildProgram(
            "a shell", List.of("sh", "-c", "pwd; echo $WHO"), Map.of("WHO", "me"), folder);
    assertThat(program.run(LONG)).containsExactly(folder.toRealPath().toString(), "me");
  }

  @Test
  void one_that_fails_is_said_to_with_what_it_said() {
    assertThatThrownBy(() -> shell("echo no such picture >&2; exit 3").run(LONG))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("a shell failed with 3: no such picture");
  }

  @Test
  void one_that_is_not_there_is_said_to_be() {
    var missing = new ChildProgram("nothing", List.of("no-such-program"), Map.of(), folder);
    assertThatThrownBy(() -> missing.run(LONG))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("nothing cannot be started");
  }

  @Test
  void one_that_does_not_end_is_ended() {
    assertThatThrownBy(() -> shell("exec sleep 600").run(Duration.ofMillis(100)))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("has not ended");
  }

  @Test
  void a_program_of_ours_does_its_job_in_a_jvm_of_its_own() {
    var program =
        ChildProgram.java(
            CountingJobs.class, List.of("-Xmx32m"), Map.of(), String.valueOf(42), 2, BRIEF);
    JobReport report = program.report(BRIEF);
    assertThat(report.perSecond()).isPositive();
    assertThat(report.peakResident()).isNotZero();
  }

  @Test
  void a_job_that_fails_says_why() {
    var program =
        ChildProgram.java(CountingJobs.class, List.of(), Map.of(), String.valueOf(-1), 1, BRIEF);
    assertThatThrownBy(() -> program.report(BRIEF))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("cannot count to -1");
  }

  private ChildProgram shell(String script) {
    return new ChildProgram("a shell", List.of("sh", "-c", script), Map.of(), folder);
  }

  /** A program as those of the bench are, whose job is quick. */
  static final class CountingJobs {

    public static void main(String[] words) {
      int count = Integer.parseInt(words[0]);
      JobReport report = JobLoop.of(words[1], words[2], words[3]).run(() -> countTo(count));
      System.out.println(report.toLine());
      System.exit(0);
    }

    private static void countTo(int count) {
      if (count < 0) {
        throw new IllegalArgumentException("cannot count to " + count);
      }
      Thread.onSpinWait();
    }
  }
}
