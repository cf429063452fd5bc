package chat.letstalk.notification.negotiate;

import chat.letstalk.notification.identity.IdentityUnknowable;
import chat.letstalk.notification.identity.TokenCheck;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;

/** Decides before the upgrade who may open a connection, while HTTP can still say why not. */
public class HubDoor extends HttpFilter {

  private final transient AllowedOrigins origins;
  private final transient ConnectionTickets tickets;
  private final transient TokenCheck tokens;
  private final transient Consumer<String> refusals;

  /**
   * @param refusals told in a word why somebody was refused
   */
  public HubDoor(
      AllowedOrigins origins,
      ConnectionTickets tickets,
      TokenCheck tokens,
      Consumer<String> refusals) {
    this.refusals = refusals;
    this.origins = origins;
    this.tickets = tickets;
    this.tokens = tokens;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      chain.doFilter(request, response);
      return;
    }
    if (!origins.allows(request.getHeader("Origin"), request.getHeader("Host"))) {
      refusals.accept("origin");
      Answers.problem(response, HttpServletResponse.SC_FORBIDDEN, "Origin is not allowed");
      return;
    }
    String id = request.getParameter("id");
    Ticket ticket = id == null ? null : tickets.peek(id);
    if (id != null && ticket == null) {
      refusals.accept("connection-id");
      Answers.problem(response, HttpServletResponse.SC_NOT_FOUND, "No such connection");
      return;
    }
    String token =
        PresentedToken.of(request.getHeader("Authorization"), request.getParameter("access_token"));
    boolean known = ticket != null && ticket.identity() != null;
    if (known || token == null || isGood(token, response)) {
      chain.doFilter(new WithoutSession(request), response);
    }
  }

  private boolean isGood(String token, HttpServletResponse response) throws IOException {
    try {
      if (tokens.identityOf(token).isPresent()) {
        return true;
      }
      refusals.accept("token");
      Answers.problem(response, HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized");
    } catch (IdentityUnknowable e) {
      Answers.problem(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Try again later");
    }
    return false;
  }
}
