package chat.letstalk.page.fetch;

/**
 * Some ports in a row.
 *
 * @param first the lowest
 * @param last the highest, itself included
 */
public record PortRange(int first, int last) {

  public PortRange {
    if (first < 1 || last < first || last > 65_535) {
      throw new IllegalArgumentException("%d-%d are no ports".formatted(first, last));
    }
  }

  /**
   * @param text {@code 443} or {@code 8000-8999}
   */
  public static PortRange of(String text) {
    String[] ends = text.split("-", 2);
    int first = Integer.parseInt(ends[0].strip());
    return new PortRange(first, ends.length == 1 ? first : Integer.parseInt(ends[1].strip()));
  }

  boolean contains(int port) {
    return port >= first && port <= last;
  }
}
