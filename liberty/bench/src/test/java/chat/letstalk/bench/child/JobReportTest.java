package chat.letstalk.bench.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.bench.BenchException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobReportTest {

  private static final JobReport REPORT = new JobReport(12.5, 80.25, 71, 150_000_000);

  @Test
  void what_a_program_found_is_read_from_among_what_else_it_said() {
    assertThat(JobReport.in(List.of("WARNING: slow", REPORT.toLine(), "bye"))).isEqualTo(REPORT);
  }

  @Test
  void the_last_word_counts() {
    var earlier = new JobReport(1, 1, 1, -1);
    assertThat(JobReport.in(List.of(earlier.toLine(), REPORT.toLine()))).isEqualTo(REPORT);
  }

  @Test
  void a_program_of_another_language_says_the_same() {
    String line =
        "{\"perSecond\":12.5,\"medianMillis\":80.25,\"cpuMillis\":71,\"peakResident\":150000000}";
    assertThat(JobReport.in(List.of(line))).isEqualTo(REPORT);
  }

  @Test
  void a_program_that_found_nothing_is_said_to() {
    assertThatThrownBy(() -> JobReport.in(List.of("Killed")))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("nothing");
  }

  @Test
  void what_lacks_a_number_or_is_no_json_is_refused_in_words() {
    assertThatThrownBy(() -> JobReport.in(List.of("{\"perSecond\":1}")))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("lacks medianMillis");
    assertThatThrownBy(() -> JobReport.in(List.of("{\"perSecond\":")))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("cannot be read");
  }
}
