package chat.letstalk.filestorage.download;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Errors over plain HTTP, in the shape that the REST API has (RFC 9457). */
final class Problem {

  /** How the headers begin that the container has set before (CORS). */
  private static final String CROSS_ORIGIN = "Access-Control-";

  private Problem() {}

  static void write(HttpServletResponse response, int status, String title) throws IOException {
    forgetThePicture(response);
    response.setStatus(status);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response
        .getWriter()
        .write(
            Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status)
                .build()
                .toString());
  }

  /** What was said about a picture is not true of this; what pages may read it, is. */
  private static void forgetThePicture(HttpServletResponse response) {
    Map<String, String> crossOrigin =
        response.getHeaderNames().stream()
            .filter(name -> name.regionMatches(true, 0, CROSS_ORIGIN, 0, CROSS_ORIGIN.length()))
            .distinct()
            .collect(Collectors.toMap(Function.identity(), response::getHeader));
    response.reset();
    crossOrigin.forEach(response::setHeader);
  }
}
