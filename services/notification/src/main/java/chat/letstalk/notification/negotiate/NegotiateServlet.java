package chat.letstalk.notification.negotiate;

import chat.letstalk.notification.identity.Identity;
import chat.letstalk.notification.identity.IdentityUnknowable;
import chat.letstalk.notification.identity.TokenCheck;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells Microsoft's clients how to connect. A token that comes along is checked at once, and the
 * connection that follows needs none any more.
 */
public class NegotiateServlet extends HttpServlet {

  /** Where clients negotiate, below the hub. */
  public static final String PATH = "/negotiate";

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final JsonArray TRANSPORTS =
      JSON.createArrayBuilder()
          .add(
              JSON.createObjectBuilder()
                  .add("transport", "WebSockets")
                  .add("transferFormats", JSON.createArrayBuilder().add("Text")))
          .build();

  private final transient ConnectionTickets tickets;
  private final transient TokenCheck tokens;

  public NegotiateServlet(ConnectionTickets tickets, TokenCheck tokens) {
    this.tickets = tickets;
    this.tokens = tokens;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String token =
        PresentedToken.of(request.getHeader("Authorization"), request.getParameter("access_token"));
    Identity identity = null;
    if (token != null) {
      try {
        identity = tokens.identityOf(token).orElse(null);
      } catch (IdentityUnknowable e) {
        Answers.problem(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Try again later");
        return;
      }
      if (identity == null) {
        Answers.problem(response, HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized");
        return;
      }
    }
    Answers.ok(response, promise(identity, request.getParameter("negotiateVersion")));
  }

  /** From version 1 on, the id that others may see is not the one that opens the connection. */
  private JsonObject promise(Identity identity, String version) {
    boolean secret = version != null && !"0".equals(version);
    String id = tickets.newId();
    String connectionToken = tickets.issue(id, identity);
    String connectionId = secret ? id : connectionToken;
    var answer = JSON.createObjectBuilder().add("negotiateVersion", secret ? 1 : 0);
    if (secret) {
      answer.add("connectionToken", connectionToken);
    }
    return answer.add("connectionId", connectionId).add("availableTransports", TRANSPORTS).build();
  }
}
