package chat.letstalk.page.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host: DNS, unless a test knows better. */
@FunctionalInterface
public interface HostLookup {

  /**
   * @return at least one address
   * @throws UnknownHostException when there is none
   */
  InetAddress[] addressesOf(String host) throws UnknownHostException;
}
