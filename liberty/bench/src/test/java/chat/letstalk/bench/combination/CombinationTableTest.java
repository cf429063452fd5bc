package chat.letstalk.bench.combination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationTableTest {

  @Test
  void each_combination_has_a_row_with_its_figures_and_floors() {
    String text =
        new CombinationTable(
                List.of(
                    Found.on("mysql", "kafka", "memory", 1500, 21),
                    Found.on("mongodb", "aws", "redis", 300, 22)))
            .text();
    assertThat(cells(text))
        .containsExactly(
            "mysql + kafka + memory 1,500 0.50 11 12 345 13 21 3,000 7,001 7,003",
            "mongodb + aws + redis 300 0.50 11 12 345 13 22 600 7,001 7,003");
  }

  @Test
  void what_was_not_measured_is_a_dash() {
    String text =
        new CombinationTable(List.of(Found.failed("mysql", "aws", "redis", "no Node"))).text();
    assertThat(cells(text)).containsExactly("mysql + aws + redis - - - - - - - - - -");
  }

  private static List<String> cells(String text) {
    return text.lines().skip(3).map(line -> line.replaceAll(" +", " ")).toList();
  }
}
