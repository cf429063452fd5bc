package chat.letstalk.filestorage.download;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Errors over plain HTTP, in the shape that the REST API has (RFC 9457). */
final class Problem {

  private Problem() {}

  static void write(HttpServletResponse response, int status, String title) throws IOException {
    response.reset(); // what was said about a picture is not true of this
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
}
