package chat.letstalk.authentication.key;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The public keys, for everybody who verifies tokens. */
@Path("/.well-known/jwks.json")
@Dependent
public class JwksResource {

  /** Half of what a new key waits before it signs: whoever caches knows it in time. */
  private static final long MAX_AGE_SECONDS = KeyRing.NOTICE.toSeconds() / 2;

  private final KeyRing keys;

  @Inject
  public JwksResource(KeyRing keys) {
    this.keys = keys;
  }

  /** Most readers expect plain JSON; RFC 7517 has a type of its own. */
  @GET
  @Produces({MediaType.APPLICATION_JSON, "application/jwk-set+json"})
  public Response get() {
    return Response.ok(keys.published())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + MAX_AGE_SECONDS)
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
