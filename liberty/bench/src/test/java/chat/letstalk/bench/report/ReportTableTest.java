package chat.letstalk.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTableTest {

  private final List<String> lines =
      new ReportTable(Reports.example()).text().lines().map(ReportTableTest::words).toList();

  @Test
  void beside_a_figure_stand_its_floors_and_its_ratio_to_each() {
    assertThat(lines)
        .containsSubsequence(
            "sends: persisted and pushed live 2,500 /s bare durable insert 10,000 0.25",
            "bare REST call 12,500 0.20");
  }

  @Test
  void an_aim_is_said_to_be_reached_or_missed() {
    assertThat(lines)
        .containsSubsequence(
            "sends: persisted and pushed live 2,500 /s bare durable insert 10,000 0.25",
            "aim: at least 2,000 /s, reached",
            "sends: send to push, p99 121 ms",
            "aim: at most 100 ms, missed",
            "fan-out: pushes lost 0",
            "aim: at most 0, reached");
  }

  @Test
  void machine_settings_notes_and_failures_are_shown() {
    assertThat(lines)
        .contains(
            "machine cores 2",
            "settings concurrency 64",
            "failed: 0",
            "NOT MEASURED idle: the process is gone");
  }

  private static String words(String line) {
    return line.strip().replaceAll(" +", " ");
  }
}
