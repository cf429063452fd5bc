package chat.letstalk.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a server that somebody already has.
 *
 * @param key the option or the environment variable that has told it
 */
record ServerAddress(String key, String address, int usualPort) {

  private static final int PATIENCE_MILLIS = 5_000;

  private static final String SCHEME = "[a-z:+-]+://";

  /** One host of several, with a port or without; IPv6 in brackets. */
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[\\w.-]+)(?::(\\d{1,5}))?");

  /** What of an address may be seen: no user, no password, no options. */
  static String shown(String address) {
    String[] parts = address.split("[?;]", 2);
    if (parts.length == 2 && parts[1].contains("@") && !parts[0].contains("@")) {
      return "***";
    }
    return parts[0].replaceFirst("^(%s)?.*@".formatted(SCHEME), "$1***@");
  }

  /**
   * Looks whether at least one of the hosts accepts connections.
   *
   * @throws StackException when none does
   */
  void requireReachable() {
    List<InetSocketAddress> hosts = hosts();
    String reason = "";
    for (InetSocketAddress host : hosts) {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(host.getHostString(), host.getPort()), PATIENCE_MILLIS);
        return;
      } catch (UnknownHostException e) {
        reason = "there is no host " + host.getHostString();
      } catch (IOException e) {
        reason = e.getMessage();
      }
    }
    if (!hosts.isEmpty()) {
      throw new StackException(
          "%s is %s, where nobody answers (%s): start that server, or correct the address."
              .formatted(key, shown(address), reason));
    }
  }

  /** Empty for forms that only a driver understands. */
  List<InetSocketAddress> hosts() {
    if (address.startsWith("mongodb+srv:")) {
      return List.of();
    }
    String hosts =
        address
            .replaceFirst("^" + SCHEME, "")
            .replaceFirst("[/?;#].*", "")
            .replaceFirst("^.*@", "");
    int port = address.startsWith("http://") ? 80 : usualPort;
    List<InetSocketAddress> all = new ArrayList<>();
    for (String host : hosts.split(",")) {
      Matcher parts = HOST.matcher(host.strip());
      if (!parts.matches()) {
        return List.of();
      }
      int its = parts.group(2) == null ? port : Integer.parseInt(parts.group(2));
      if (its > 65_535) {
        throw new StackException(
            "%s is %s, but ports end at 65535.".formatted(key, shown(address)));
      }
      all.add(InetSocketAddress.createUnresolved(parts.group(1), its));
    }
    return all;
  }
}
