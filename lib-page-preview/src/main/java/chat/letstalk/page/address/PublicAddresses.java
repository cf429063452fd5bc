package chat.letstalk.page.address;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public internet from all others (IANA's special-purpose address
 * registries). Of IPv6 only the globally routed block is public, without the parts of it that carry
 * IPv4 addresses or are for documentation: a tunnel would lead around the rules for IPv4.
 */
public final class PublicAddresses {

  private static final List<Network> FORBIDDEN_IPV4 =
      networks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // behind a carrier's NAT
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, where clouds serve their metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays to 6to4
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  private static final Network GLOBAL_IPV6 = Network.of("2000::/3");
  private static final List<Network> FORBIDDEN_IPV6 =
      networks(
          "2001::/23", // protocol assignments; Teredo
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation

  private PublicAddresses() {}

  /** Whether anybody on the internet may be at this address. */
  public static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 4) {
      return FORBIDDEN_IPV4.stream().noneMatch(network -> network.contains(bytes));
    }
    return GLOBAL_IPV6.contains(bytes)
        && FORBIDDEN_IPV6.stream().noneMatch(network -> network.contains(bytes));
  }

  private static List<Network> networks(String... texts) {
    return Stream.of(texts).map(Network::of).toList();
  }
}
