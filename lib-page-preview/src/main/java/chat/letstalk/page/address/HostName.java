package chat.letstalk.page.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the host of a URL says before anybody is asked for its addresses. */
public final class HostName {

  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile("(?:" + BYTE + "\\.){3}" + BYTE);
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

  /** Names that are never of the public internet (RFC 6761, RFC 6762, RFC 8375, ICANN). */
  private static final List<String> LOCAL =
      List.of("localhost", "local", "internal", "home.arpa", "localdomain", "lan", "intranet");

  private HostName() {}

  /** Whether it or its domain is one of these. */
  public static boolean isIn(List<String> domains, String host) {
    return domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
  }

  /**
   * Whether it is plainly not of the public internet: a local name, a name without a dot, a
   * forbidden address, or a number that only some programs read as an address (octal, hexadecimal,
   * with parts left out). Whatever is not plain shows when its addresses are looked up.
   *
   * @param host as in {@link PageUrl#host}
   * @param publicAddresses the addresses that are allowed
   */
  public static boolean isPlainlyForbidden(String host, Predicate<InetAddress> publicAddresses) {
    return address(host)
        .map(address -> !publicAddresses.test(address))
        .orElseGet(() -> isNumber(host) || isIn(LOCAL, host) || !host.contains("."));
  }

  /** The address that the host is already; nothing for a name. */
  static Optional<InetAddress> address(String host) {
    if (!host.startsWith("[") && !IPV4.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host)); // an address already: nobody is asked
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /**
   * As the URL standard of the browsers has it: a host whose last part is a number is an address.
   */
  private static boolean isNumber(String host) {
    return host.startsWith("[")
        || NUMBER.matcher(host.substring(host.lastIndexOf('.') + 1)).matches();
  }
}
