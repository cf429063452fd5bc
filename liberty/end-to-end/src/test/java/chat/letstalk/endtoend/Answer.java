package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, String body) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  JsonValue json() {
    try (var reader = Json.createReader(new StringReader(body))) {
      return reader.readValue();
    }
  }

  JsonObject object() {
    return json().asJsonObject();
  }

  JsonArray array() {
    return json().asJsonArray();
  }

  /** The only status that the client takes for success. */
  Answer ok() {
    assertThat(status).as(body).isEqualTo(200);
    return this;
  }

  /** A problem as the client can show it: never a stack trace, never a 5xx. */
  JsonObject problem(int expectedStatus) {
    assertThat(status).as(body).isEqualTo(expectedStatus);
    return problem();
  }

  /** A clear error that the caller can mend. */
  JsonObject problem() {
    assertThat(status).as(body).isBetween(400, 499);
    assertThat(headers.firstValue("Content-Type")).get().asString().contains("json");
    assertThat(body).doesNotContain("Exception").doesNotContain("\tat ");
    JsonObject problem = object();
    assertThat(problem.getString("type", "")).isNotEmpty();
    assertThat(problem.getString("title", "")).isNotEmpty();
    assertThat(problem.getInt("status", 0)).isEqualTo(status);
    assertThat(problem.get("errors").getValueType()).isEqualTo(JsonValue.ValueType.OBJECT);
    return problem;
  }
}
