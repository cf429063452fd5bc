package chat.letstalk.page.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a host up once for each connection and lets it through only if every one of its addresses
 * is of the public internet. The client connects to exactly what it gets from here, so an answer
 * that is different the next time (DNS rebinding) changes nothing. Thread-safe.
 */
final class CheckedAddresses implements DnsResolver {

  private final Internet internet;
  private final boolean allowPrivate;

  CheckedAddresses(Internet internet, boolean allowPrivate) {
    this.internet = internet;
    this.allowPrivate = allowPrivate;
  }

  /**
   * @throws ForbiddenAddress when one of them must not be asked, whatever the others are
   */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = internet.lookup().addressesOf(host);
    for (InetAddress address : addresses) {
      if (!allowPrivate && !internet.publicAddresses().test(address)) {
        throw new ForbiddenAddress();
      }
    }
    return addresses;
  }

  /** The name as it is: a canonical one would have to be looked up and checked again. */
  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
