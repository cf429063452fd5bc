package chat.letstalk.page.fetch;

import chat.letstalk.page.address.PublicAddresses;
import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * What stands behind the names of hosts.
 *
 * @param lookup finds addresses
 * @param publicAddresses tells which of them anybody may ask
 */
public record Internet(HostLookup lookup, Predicate<InetAddress> publicAddresses) {

  /** The one that everybody knows. */
  public static Internet real() {
    return new Internet(InetAddress::getAllByName, PublicAddresses::contain);
  }
}
