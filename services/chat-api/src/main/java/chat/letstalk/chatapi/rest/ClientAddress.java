package chat.letstalk.chatapi.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from. Behind trusted proxies it is the last address of X-Forwarded-For that
 * none of them has: whatever stands before it anybody can write there.
 */
@RequestScoped
public class ClientAddress {

  private final HttpServletRequest request;
  private final Set<String> trustedProxies;

  @Inject
  ClientAddress(
      HttpServletRequest request,
      @ConfigProperty(name = "letstalk.trusted-proxies") Set<String> trustedProxies) {
    this.request = request;
    this.trustedProxies = trustedProxies;
  }

  /** For the container's proxies. */
  ClientAddress() {
    this(null, null);
  }

  /** An IP address in its text form. */
  public String get() {
    List<String> forwarded =
        Collections.list(request.getHeaders("X-Forwarded-For")).stream()
            .flatMap(header -> List.of(header.split(",")).stream())
            .map(String::strip)
            .toList();
    return origin(request.getRemoteAddr(), forwarded, trustedProxies);
  }

  /**
   * Whom a request is from.
   *
   * @param peer who is connected
   * @param forwarded the addresses that proxies say they had it from, in the order of the headers
   */
  static String origin(String peer, List<String> forwarded, Set<String> trustedProxies) {
    String address = peer;
    for (int hop = forwarded.size() - 1; hop >= 0 && trustedProxies.contains(address); hop--) {
      address = forwarded.get(hop);
    }
    return address;
  }
}
