package chat.letstalk.notification.connection;

import java.util.Queue;

/** Joins waiting records in one frame: fewer, larger sends when a client falls behind. */
final class FrameJoiner {

  /** Larger frames would only delay the first of their records. */
  private static final int RECORDS = 16;

  private static final int LENGTH = 64 * 1024;

  private FrameJoiner() {}

  /** Takes the next frame off a queue that is not empty. */
  static String join(Queue<String> waiting) {
    String first = waiting.poll();
    if (waiting.isEmpty()) {
      return first;
    }
    StringBuilder frame = new StringBuilder(first);
    for (int records = 1; records < RECORDS && fits(frame, waiting.peek()); records++) {
      frame.append(waiting.poll());
    }
    return frame.toString();
  }

  private static boolean fits(StringBuilder frame, String next) {
    return next != null && frame.length() + next.length() <= LENGTH;
  }
}
