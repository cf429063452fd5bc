package chat.letstalk.filestorage.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of some bytes.
 *
 * @param first from 0
 * @param length at least 1
 */
record ByteRange(long first, long length) {

  /** One range; of several, the whole is sent instead, as RFC 9110 section 14.2 allows. */
  private static final Pattern HEADER = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  static ByteRange whole(long total) {
    return new ByteRange(0, total);
  }

  /**
   * Reads the header Range.
   *
   * @param header null when there is none
   * @param total how many bytes there are, at least 1
   * @return the part that is asked for, or all bytes when the header is none that means one part;
   *     empty when there are no such bytes
   */
  static Optional<ByteRange> of(String header, long total) {
    Matcher matcher = HEADER.matcher(header == null ? "" : header.strip());
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return Optional.of(whole(total));
    }
    long end = matcher.group(2).isEmpty() ? total - 1 : Long.parseLong(matcher.group(2));
    if (matcher.group(1).isEmpty()) {
      return between(Math.max(0, total - end), total - 1);
    }
    long first = Long.parseLong(matcher.group(1));
    if (end < first && first < total) {
      return Optional.of(whole(total));
    }
    return between(first, Math.min(end, total - 1));
  }

  private static Optional<ByteRange> between(long first, long last) {
    return last < first ? Optional.empty() : Optional.of(new ByteRange(first, last - first + 1));
  }

  boolean isWhole(long total) {
    return first == 0 && length == total;
  }

  /** The header Content-Range. */
  String contentRange(long total) {
    return "bytes %d-%d/%d".formatted(first, first + length - 1, total);
  }
}
