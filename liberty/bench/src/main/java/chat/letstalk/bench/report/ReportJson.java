package chat.letstalk.bench.report;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A report as JSON, for programs that compare runs. */
public record ReportJson(Report report) {

  /** Writes it to a file. */
  public void write(Path file) throws IOException {
    write(toJson(), file);
  }

  /** Writes an object to a file, whose folder is made where there is none. */
  public static void write(JsonObject object, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var pretty = Map.of(JsonGenerator.PRETTY_PRINTING, true);
    try (Writer out = Files.newBufferedWriter(file);
        var json = Json.createWriterFactory(pretty).createWriter(out)) {
      json.write(object);
    }
  }

  /** All of it. */
  public JsonObject toJson() {
    JsonArrayBuilder figures = Json.createArrayBuilder();
    report.figures().forEach(figure -> figures.add(figure(figure)));
    return Json.createObjectBuilder()
        .add("startedAt", report.startedAt().toString())
        .add("machine", words(report.machine()))
        .add("settings", words(report.settings()))
        .add("figures", figures)
        .add("failures", Json.createArrayBuilder(report.failures()))
        .build();
  }

  private static JsonObjectBuilder figure(Figure figure) {
    JsonArrayBuilder floors = Json.createArrayBuilder();
    figure.floors().forEach(floor -> floors.add(floor(figure, floor)));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("section", figure.section())
            .add("name", figure.name())
            .add("value", figure.value())
            .add("unit", figure.unit())
            .add("floors", floors)
            .add("notes", words(figure.notes()));
    figure
        .aim()
        .ifPresent(
            aim ->
                json.add(
                    "aim",
                    Json.createObjectBuilder()
                        .add(aim.atLeast() ? "atLeast" : "atMost", aim.bound())
                        .add("reached", aim.isReachedBy(figure.value()))));
    return json;
  }

  private static JsonObjectBuilder floor(Figure figure, Floor floor) {
    return Json.createObjectBuilder()
        .add("name", floor.name())
        .add("value", floor.value())
        .add("ratio", floor.ratioOf(figure.value()));
  }

  private static JsonObjectBuilder words(Map<String, String> words) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    words.forEach(json::add);
    return json;
  }
}
