package chat.letstalk.bench.child;

import chat.letstalk.bench.BenchException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;

/**
 * What a program found that did the same job again and again, as one line of JSON on its standard
 * output.
 *
 * @param perSecond jobs that ended well, per second of the measured time
 * @param medianMillis half of them took no longer
 * @param cpuMillis processor time of the whole process for one of them
 * @param peakResident bytes: the most that the process had in memory, or -1 where that cannot be
 *     told
 */
public record JobReport(
    double perSecond, double medianMillis, double cpuMillis, long peakResident) {

  /** The line. */
  String toLine() {
    return Json.createObjectBuilder()
        .add("perSecond", perSecond)
        .add("medianMillis", medianMillis)
        .add("cpuMillis", cpuMillis)
        .add("peakResident", peakResident)
        .build()
        .toString();
  }

  /**
   * Finds the line among whatever else a program has said.
   *
   * @throws BenchException when there is none, or it lacks something
   */
  static JobReport in(List<String> lines) {
    String line =
        lines.stream()
            .filter(text -> text.startsWith("{"))
            .reduce((earlier, last) -> last)
            .orElseThrow(() -> new BenchException("It said nothing of what it found."));
    try (var reader = Json.createReader(new StringReader(line))) {
      JsonObject json = reader.readObject();
      return new JobReport(
          number(json, "perSecond").doubleValue(),
          number(json, "medianMillis").doubleValue(),
          number(json, "cpuMillis").doubleValue(),
          number(json, "peakResident").longValue());
    } catch (JsonException e) {
      throw new BenchException("What it found cannot be read: " + line, e);
    }
  }

  private static JsonNumber number(JsonObject json, String key) {
    if (json.get(key) instanceof JsonNumber number) {
      return number;
    }
    throw new BenchException("What it found lacks " + key + ": " + json);
  }
}
