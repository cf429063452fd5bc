package chat.letstalk.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Reads the hub's records just as far as a load client must: the type, and of a push the number
 * with which the text of our messages begins. Parsing them whole would cost the server its cores.
 */
final class HubRecords {

  static final char SEPARATOR = 0x1E;

  private static final byte[] TYPE = "{\"type\":".getBytes(ISO_8859_1);
  private static final byte[] TEXT = "\"text\":\"".getBytes(ISO_8859_1);

  private HubRecords() {}

  /** What the records of a frame say. */
  interface Reader {

    /** The server accepted the handshake. */
    void handshakeAccepted();

    /** A call has ended. */
    void completed(String record);

    /** A message of ours was pushed. */
    void pushed(int sequence);

    /** The server ends the connection. */
    void closes(String record);
  }

  static void read(byte[] frame, int length, Reader reader) {
    int from = 0;
    for (int at = 0; at < length; at++) {
      if (frame[at] == SEPARATOR) {
        readRecord(frame, from, at, reader);
        from = at + 1;
      }
    }
  }

  private static void readRecord(byte[] frame, int from, int to, Reader reader) {
    if (to - from == 2) {
      reader.handshakeAccepted();
      return;
    }
    switch (isAt(frame, from, to, TYPE) ? frame[from + TYPE.length] : 0) {
      case '1' -> push(frame, from, to, reader);
      case '3' -> reader.completed(new String(frame, from, to - from, ISO_8859_1));
      case '7' -> reader.closes(new String(frame, from, to - from, ISO_8859_1));
      default -> {
        // pings, and what later versions of the protocol may add
      }
    }
  }

  private static void push(byte[] frame, int from, int to, Reader reader) {
    for (int at = from; at < to - TEXT.length; at++) {
      if (isAt(frame, at, to, TEXT)) {
        reader.pushed(number(frame, at + TEXT.length, to));
        return;
      }
    }
  }

  private static int number(byte[] frame, int from, int to) {
    int number = 0;
    for (int at = from; at < to && frame[at] >= '0' && frame[at] <= '9'; at++) {
      number = number * 10 + frame[at] - '0';
    }
    return number;
  }

  private static boolean isAt(byte[] frame, int from, int to, byte[] word) {
    if (to - from <= word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (frame[from + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
