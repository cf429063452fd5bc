package chat.letstalk.page.fetch;

import java.util.List;

/**
 * What may be fetched, and how. Immutable.
 *
 * @param userAgent how we introduce ourselves
 * @param robots whether robots.txt is asked and obeyed
 * @param allowedHosts when not empty, only these hosts and those below them are asked
 * @param deniedHosts these hosts and those below them are not asked
 * @param ports the ports that may be asked
 * @param maxRedirects how many are followed
 * @param maxBytes how much of a page is read, compressed or not; the rest is left
 * @param maxConnections how many there are at a time
 * @param allowPrivate whether addresses of private networks may be asked; for tests only
 */
public record FetchSettings(
    String userAgent,
    boolean robots,
    List<String> allowedHosts,
    List<String> deniedHosts,
    List<PortRange> ports,
    int maxRedirects,
    int maxBytes,
    int maxConnections,
    boolean allowPrivate) {

  public FetchSettings {
    allowedHosts = List.copyOf(allowedHosts);
    deniedHosts = List.copyOf(deniedHosts);
    ports = List.copyOf(ports);
  }
}
