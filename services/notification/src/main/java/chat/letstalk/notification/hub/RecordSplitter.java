package chat.letstalk.notification.hub;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the text of one connection's frames into records. A record may begin in one frame and end in
 * a later one, but never grows beyond the limit. Not thread-safe: a connection's frames come one
 * after the other.
 */
public final class RecordSplitter {

  private final int maxRecordLength;
  private StringBuilder unfinished;

  public RecordSplitter(int maxRecordLength) {
    this.maxRecordLength = maxRecordLength;
  }

  /**
   * Takes a frame.
   *
   * @return the records that end in it, without their separators
   * @throws HubViolation when a record is longer than allowed
   */
  public List<String> split(String frame) throws HubViolation {
    List<String> records = new ArrayList<>(1);
    int start = 0;
    for (int end = frame.indexOf(HubProtocol.SEPARATOR);
        end >= 0;
        end = frame.indexOf(HubProtocol.SEPARATOR, start)) {
      records.add(finish(frame, start, end));
      start = end + 1;
    }
    keep(frame, start);
    return records;
  }

  private String finish(String frame, int start, int end) throws HubViolation {
    if (unfinished == null) {
      check(end - start);
      return frame.substring(start, end);
    }
    check(unfinished.length() + end - start);
    String record = unfinished.append(frame, start, end).toString();
    unfinished = null;
    return record;
  }

  private void keep(String frame, int start) throws HubViolation {
    int rest = frame.length() - start;
    if (rest == 0) {
      return;
    }
    check((unfinished == null ? 0 : unfinished.length()) + rest);
    if (unfinished == null) {
      unfinished = new StringBuilder(rest);
    }
    unfinished.append(frame, start, frame.length());
  }

  private void check(int length) throws HubViolation {
    if (length > maxRecordLength) {
      throw new HubViolation("Record is longer than " + maxRecordLength + " characters");
    }
  }
}
