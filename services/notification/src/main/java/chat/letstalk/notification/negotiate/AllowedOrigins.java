package chat.letstalk.notification.negotiate;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The web pages that may connect. A page of the hub's own host always may; so does whatever is no
 * browser and therefore sends no Origin. Browsers neither ask before they open a WebSocket nor heed
 * CORS, so this check is all that keeps foreign pages out.
 */
public final class AllowedOrigins {

  private final Set<String> allowed;

  /**
   * @param allowed origins such as {@code https://chat.example.com}, or {@code *} for all
   */
  public AllowedOrigins(Collection<String> allowed) {
    this.allowed =
        allowed.stream().map(AllowedOrigins::normal).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a request with these headers may connect. */
  public boolean allows(String origin, String host) {
    return origin == null
        || allowed.contains("*")
        || allowed.contains(normal(origin))
        || isOwn(origin, host);
  }

  private static boolean isOwn(String origin, String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin.strip()).getRawAuthority());
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }

  private static String normal(String origin) {
    return origin.strip().toLowerCase(Locale.ROOT);
  }
}
