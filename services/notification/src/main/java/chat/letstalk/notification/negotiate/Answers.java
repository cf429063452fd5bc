package chat.letstalk.notification.negotiate;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** JSON answers over HTTP. */
final class Answers {

  private static final JsonProvider JSON = JsonProvider.provider();

  private Answers() {}

  static void ok(HttpServletResponse response, JsonObject body) throws IOException {
    write(response, HttpServletResponse.SC_OK, "application/json", body);
  }

  static void problem(HttpServletResponse response, int status, String title) throws IOException {
    JsonObject body =
        JSON.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", title)
            .add("status", status)
            .add("errors", JSON.createObjectBuilder())
            .build();
    write(response, status, "application/problem+json", body);
  }

  private static void write(HttpServletResponse response, int status, String type, JsonObject body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(body.toString());
  }
}
