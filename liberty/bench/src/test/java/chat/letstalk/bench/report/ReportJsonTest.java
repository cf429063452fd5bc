package chat.letstalk.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportJsonTest {

  @TempDir Path folder;

  @Test
  void the_file_says_what_the_table_says() throws IOException {
    Path file = folder.resolve("made/on/the/way.json");
    new ReportJson(Reports.example()).write(file);
    JsonObject json = read(file);
    assertThat(json.getString("startedAt")).isEqualTo("2026-11-23T10:00:00Z");
    assertThat(json.getJsonObject("machine").getString("cores")).isEqualTo("2");
    assertThat(json.getJsonObject("settings").getString("concurrency")).isEqualTo("64");
    assertThat(json.getJsonArray("failures").getString(0)).isEqualTo("idle: the process is gone");
    JsonObject sends = json.getJsonArray("figures").getJsonObject(0);
    assertThat(sends.getString("section")).isEqualTo("sends");
    assertThat(sends.getString("name")).isEqualTo("persisted and pushed live");
    assertThat(sends.getJsonNumber("value").doubleValue()).isEqualTo(2500);
    assertThat(sends.getString("unit")).isEqualTo("/s");
    assertThat(sends.getJsonObject("notes").getString("failed")).isEqualTo("0");
    assertThat(sends.getJsonObject("aim"))
        .isEqualTo(Json.createObjectBuilder().add("atLeast", 2000.0).add("reached", true).build());
  }

  @Test
  void each_floor_has_its_ratio() {
    JsonObject json = new ReportJson(Reports.example()).toJson();
    JsonObject floor =
        json.getJsonArray("figures").getJsonObject(0).getJsonArray("floors").getJsonObject(1);
    assertThat(floor.getString("name")).isEqualTo("bare REST call");
    assertThat(floor.getJsonNumber("value").doubleValue()).isEqualTo(12_500);
    assertThat(floor.getJsonNumber("ratio").doubleValue()).isEqualTo(0.2);
  }

  @Test
  void a_figure_without_an_aim_names_none() {
    Report report =
        new Report(
            Reports.example().startedAt(),
            Reports.example().machine(),
            Reports.example().settings(),
            List.of(Figure.of("a", "b", 1, "s")),
            List.of());
    assertThat(new ReportJson(report).toJson().getJsonArray("figures").getJsonObject(0).keySet())
        .doesNotContain("aim");
  }

  private static JsonObject read(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file);
        var json = Json.createReader(in)) {
      return json.readObject();
    }
  }
}
