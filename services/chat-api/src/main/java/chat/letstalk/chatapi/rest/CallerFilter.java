package chat.letstalk.chatapi.rest;

import chat.letstalk.authentication.client.RevokedTokens;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.rest.VerifiedTokens.Verified;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets a request in only with a good token; the server has verified its signature, issuer, audience
 * and lifetime (MicroProfile JWT 2.1). Methods with {@link PermitAll} need none, and do not mind a
 * bad one.
 */
@Provider
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class CallerFilter implements ContainerRequestFilter {

  private static final Logger LOG = Logger.getLogger(CallerFilter.class.getName());
  private static final String BEARER = "Bearer ";

  private final VerifiedTokens verifiedTokens;
  private final RevokedTokens revoked;
  private final Caller caller;

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest servletRequest;
  @Context private HttpServletResponse servletResponse;

  @Inject
  public CallerFilter(VerifiedTokens verifiedTokens, RevokedTokens revoked, Caller caller) {
    this.verifiedTokens = verifiedTokens;
    this.revoked = revoked;
    this.caller = caller;
  }

  /** For JAX-RS, which asks for one before it lets CDI make the provider. */
  public CallerFilter() {
    this(null, null, null);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
      return;
    }
    if (!revoked.isReady()) {
      request.abortWith(Problems.of(503, "LetsTalk is starting. Please try again in a moment."));
      return;
    }
    Optional<String> bearer = bearerOf(request);
    Optional<Verified> verified =
        bearer
            .flatMap(token -> verifiedTokens.of(token, this::verify))
            .filter(token -> !revoked.isRevoked(token.id()));
    if (verified.isEmpty()) {
      request.abortWith(refusal(request));
      return;
    }
    caller.is(verified.get().account(), bearer.orElseThrow());
  }

  private static Optional<String> bearerOf(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return header == null || !header.startsWith(BEARER)
        ? Optional.empty()
        : Optional.of(header.substring(BEARER.length()).strip());
  }

  /**
   * The server looks at the token when it is asked to (Jakarta Servlet 6.0 section 13.3); what it
   * would answer to a bad one is not in the API's shape, so that is left to {@link #refusal}.
   */
  private Optional<Verified> verify(String bearer) {
    try {
      servletRequest.authenticate(new SilentResponse(servletResponse));
    } catch (ServletException | IOException e) {
      LOG.log(Level.FINE, e, () -> "A token was refused");
    }
    return servletRequest.getUserPrincipal() instanceof JsonWebToken token
            && token.getRawToken().equals(bearer)
        ? AccountId.parse(token.getSubject()).map(account -> verified(account, token))
        : Optional.empty();
  }

  private static Verified verified(AccountId account, JsonWebToken token) {
    return new Verified(
        account, token.getTokenID(), Instant.ofEpochSecond(token.getExpirationTime()));
  }

  private static Response refusal(ContainerRequestContext request) {
    if (bearerOf(request).isPresent()) {
      return Response.fromResponse(
              Problems.of(401, "Your session has ended. Please sign in again."))
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
          .build();
    }
    Map<String, Object> body =
        Map.of(
            "message", "Unauthorized",
            "type", "about:blank",
            "title", "Unauthorized",
            "status", 401,
            "errors", Map.of());
    return Response.status(401)
        .type(Problems.MEDIA_TYPE)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .entity(body)
        .build();
  }
}
