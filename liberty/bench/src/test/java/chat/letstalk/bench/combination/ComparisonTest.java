package chat.letstalk.bench.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.report.Aim;
import chat.letstalk.bench.report.Figure;
import chat.letstalk.bench.report.Floor;
import chat.letstalk.bench.report.Report;
import chat.letstalk.bench.section.History;
import chat.letstalk.stack.Combination;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final List<Measured> ALL =
      List.of(
          Found.on("mysql", "kafka", "memory", 1000, 40),
          Found.on("mysql", "kafka", "redis", 2000, 20),
          Found.on("mysql", "aws", "memory", 400, 40),
          Found.failed("mysql", "aws", "redis", "no Node"),
          Found.on("mongodb", "kafka", "memory", 900, 50),
          Found.on("mongodb", "kafka", "redis", 1000, 60),
          Found.on("mongodb", "aws", "memory", 280, 30),
          Found.on("mongodb", "aws", "redis", 300, 30));

  private static Report compared(List<Measured> measured) {
    return new Comparison(measured).report(Instant.EPOCH, Map.of(), Map.of());
  }

  @Test
  void each_pair_of_stores_has_a_ratio_and_all_have_a_median() {
    Report report = compared(ALL);
    assertThat(value(report, "sends, mongodb : mysql, kafka + memory")).isEqualTo(0.9);
    assertThat(value(report, "sends, mongodb : mysql, kafka + redis")).isEqualTo(0.5);
    assertThat(value(report, "sends, mongodb : mysql, aws + memory")).isEqualTo(0.7, within(1e-9));
    assertThat(figure(report, "sends, mongodb : mysql, median").value())
        .isEqualTo(0.7, within(1e-9));
    assertThat(figure(report, "sends, mongodb : mysql, median").aim()).contains(Aim.atLeast(0.8));
  }

  @Test
  void each_pair_of_caches_has_a_ratio_and_all_have_a_median() {
    Report report = compared(ALL);
    assertThat(value(report, "p99 of a list, redis : memory, mysql + kafka")).isEqualTo(0.5);
    assertThat(value(report, "p99 of a list, redis : memory, mongodb + kafka")).isEqualTo(1.2);
    assertThat(figure(report, "p99 of a list, redis : memory, median").aim())
        .contains(Aim.atMost(1));
  }

  @Test
  void a_pair_of_which_one_failed_has_no_ratio_and_the_failure_is_told() {
    Report report = compared(ALL);
    assertThat(report.figures())
        .extracting(Figure::name)
        .doesNotContain(
            "sends, mongodb : mysql, aws + redis", "p99 of a list, redis : memory, mysql + aws");
    assertThat(report.failures()).containsExactly("mysql + aws + redis: no Node");
  }

  @Test
  void the_emulators_own_round_trips_stand_beside_what_is_sent_through_it() {
    assertThat(figure(compared(ALL), "sends, mysql + aws + memory").floors())
        .containsExactly(new Floor("bare SNS to SQS round trip (FIFO)", 7003));
  }

  @Test
  void the_ratio_of_pages_is_told_where_it_was_measured() {
    Measured history =
        new Measured(
            new Combination("mysql", "kafka", "memory"),
            new Report(
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                List.of(Figure.of("history", History.RATIO, 1.1, "").aimingAt(Aim.atMost(1.5))),
                List.of()));
    Figure pages =
        figure(compared(List.of(history)), "page 1,000 : page 1, mysql + kafka + memory");
    assertThat(pages.value()).isEqualTo(1.1);
    assertThat(pages.aim()).contains(Aim.atMost(1.5));
  }

  @Test
  void the_json_has_the_report_of_every_combination() {
    Report report = compared(ALL);
    JsonObject json = new CombinationsJson(report, ALL).toJson();
    assertThat(json.getJsonArray("figures")).hasSameSizeAs(report.figures());
    assertThat(json.getJsonArray("combinations")).hasSize(8);
    JsonObject last = json.getJsonArray("combinations").getJsonObject(7);
    assertThat(last.getString("cache")).isEqualTo("redis");
    assertThat(
            last.getJsonObject("report").getJsonArray("figures").getJsonObject(0).getInt("value"))
        .isEqualTo(300);
  }

  @Test
  void all_eight_combinations_are_different() {
    assertThat(Combination.all()).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void engines_choose_among_the_combinations() {
    assertThat(Combinations.with(List.of())).isEqualTo(Combination.all());
    assertThat(Combinations.with(List.of("kafka", "memory")))
        .extracting(Combination::toString)
        .containsExactly("mysql + kafka + memory", "mongodb + kafka + memory");
    assertThatThrownBy(() -> Combinations.with(List.of("kafka", "aws")))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("--with kafka,aws");
  }

  private static double value(Report report, String name) {
    return figure(report, name).value();
  }

  private static Figure figure(Report report, String name) {
    return report.figures().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }
}
