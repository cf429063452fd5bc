package chat.letstalk.bench.combination;

import chat.letstalk.bench.report.Report;
import chat.letstalk.bench.report.ReportJson;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * The comparison as JSON, like any report, with the report of each combination in {@code
 * combinations}.
 */
public record CombinationsJson(Report comparison, List<Measured> measured) {

  /** All of it. */
  public JsonObject toJson() {
    JsonArrayBuilder combinations = Json.createArrayBuilder();
    for (Measured one : measured) {
      combinations.add(
          Json.createObjectBuilder()
              .add("store", one.combination().store())
              .add("broker", one.combination().broker())
              .add("cache", one.combination().cache())
              .add("report", new ReportJson(one.report()).toJson()));
    }
    return Json.createObjectBuilder(new ReportJson(comparison).toJson())
        .add("combinations", combinations)
        .build();
  }
}
