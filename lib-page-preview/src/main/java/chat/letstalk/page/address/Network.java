package chat.letstalk.page.address;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of addresses (CIDR).
 *
 * @param first its first address; four bytes or sixteen
 * @param bits how many of them all its addresses share
 */
record Network(byte[] first, int bits) {

  /**
   * @param text {@code 10.0.0.0/8}
   */
  static Network of(String text) {
    int slash = text.indexOf('/');
    try {
      byte[] first = InetAddress.getByName(text.substring(0, slash)).getAddress();
      return new Network(first, Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text + " is no network", e);
    }
  }

  boolean contains(byte[] address) {
    if (address.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += 8) {
      int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
      if (((address[bit / 8] ^ first[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
