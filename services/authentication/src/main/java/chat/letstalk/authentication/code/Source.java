package chat.letstalk.authentication.code;

import chat.letstalk.authentication.InvalidInput;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where a request came from, as far as limits go: an IPv4 address, or the /64 of an IPv6 address,
 * which is the least that a household gets.
 *
 * @param network the same for all addresses that count together
 */
public record Source(String network) {

  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]{2,45}");

  /**
   * @param address in text form; a zone ("%eth0") is ignored; never looked up in the DNS
   * @throws InvalidInput when it is no IP address
   */
  public static Source of(String address) {
    int zone = address.indexOf('%');
    String literal = zone < 0 ? address : address.substring(0, zone);
    if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
      throw new InvalidInput("The source is no IP address");
    }
    try {
      InetAddress parsed = InetAddress.getByName(literal);
      return new Source(parsed instanceof Inet4Address ? parsed.getHostAddress() : prefix(parsed));
    } catch (UnknownHostException e) {
      throw new InvalidInput("The source is no IP address");
    }
  }

  private static String prefix(InetAddress address) {
    return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8)) + "/64";
  }
}
