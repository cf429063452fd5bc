package chat.letstalk.chatapi.rest;

import chat.letstalk.contracts.rest.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Errors in the shape that the client shows (RFC 9457 with {@code errors}). */
final class Problems {

  /** Of RFC 9457 section 6.1. */
  static final String MEDIA_TYPE = "application/problem+json";

  private static final String ABOUT_STATUS = "about:blank";

  private static final Map<Integer, String> SENTENCES =
      Map.of(
          404, "There is nothing here",
          405, "This cannot be done here",
          406, "Only JSON is spoken here",
          415, "The request must be JSON",
          500, "Something went wrong. It is not your fault.");

  private Problems() {}

  /** For an error of which no more than its status is known. */
  static Response ofStatus(int status) {
    return of(status, SENTENCES.getOrDefault(status, "The request was not understood"));
  }

  static Response invalid(Map<String, List<String>> errors) {
    String detail =
        errors.values().stream().flatMap(List::stream).collect(Collectors.joining(", "));
    return answer(new Problem(ABOUT_STATUS, "Invalid request", 400, detail, errors));
  }

  static Response invalid(String field, String sentence) {
    return invalid(Map.of(field, List.of(sentence)));
  }

  static Response of(int status, String sentence) {
    Status known = Status.fromStatusCode(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    Map<String, List<String>> errors =
        sentence == null ? Map.of() : Map.of("request", List.of(sentence));
    return answer(
        new Problem(
            ABOUT_STATUS, Objects.requireNonNullElse(title, "Error"), status, sentence, errors));
  }

  static Response tooMany(String sentence, Duration retryAfter) {
    return Response.fromResponse(of(429, sentence))
        .header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds())
        .build();
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status()).type(MEDIA_TYPE).entity(problem).build();
  }
}
