package chat.letstalk.images.file;

import java.util.ArrayList;
import java.util.List;

/** Walks through the markers of a JPEG, from behind its start to its end. */
final class JpegWalk {

  /** Enough for every camera; each marker costs a decoder time, whatever it holds. */
  private static final int MOST_PARTS = 2_000;

  /** A decoder goes through the whole picture for each scan of a progressive JPEG. */
  private static final int MOST_SCANS = 64;

  private final Bytes bytes;
  private final List<JpegPart> parts = new ArrayList<>();
  private int scans;
  private int at = 2;

  JpegWalk(Bytes bytes) {
    this.bytes = bytes;
  }

  /**
   * All parts, the end included; what follows it is left out.
   *
   * @throws UnreadableImage when there is no end, no scan, or too much of either
   */
  List<JpegPart> parts() {
    JpegPart part;
    do {
      part = next();
      parts.add(part);
      if (parts.size() > MOST_PARTS) {
        throw new UnreadableImage("The JPEG has too many parts.");
      }
    } while (part.marker() != JpegPart.END_OF_IMAGE);
    if (scans == 0) {
      throw Bytes.cutOff();
    }
    return List.copyOf(parts);
  }

  private JpegPart next() {
    int start = skipFill();
    int marker = bytes.u8(start + 1);
    if (marker == JpegPart.END_OF_IMAGE) {
      return new JpegPart(marker, bytes.part(start, 0), bytes.part(start, 2));
    }
    if (marker < 0xc0 || marker >= 0xd0 && marker <= 0xd8) { // no lone marker belongs here
      throw Bytes.cutOff();
    }
    int length = bytes.u16(start + 2L);
    Bytes payload = bytes.part(start + 4L, length - 2L);
    at = start + 2 + length;
    if (marker == JpegPart.START_OF_SCAN) {
      skipScan();
    }
    return new JpegPart(marker, payload, bytes.part(start, at - start));
  }

  /** Any number of 0xff may stand before a marker. Answers where the last of them is. */
  private int skipFill() {
    if (bytes.u8(at) != 0xff) {
      throw Bytes.cutOff();
    }
    while (bytes.u8(at + 1L) == 0xff) {
      at++;
    }
    return at;
  }

  /** To the next marker that is neither a stuffed 0xff nor a restart. */
  private void skipScan() {
    scans++;
    if (scans > MOST_SCANS) {
      throw new UnreadableImage("The JPEG has too many scans.");
    }
    while (!isMarker(at)) {
      at++;
    }
  }

  private boolean isMarker(int offset) {
    if (bytes.u8(offset) != 0xff) {
      return false;
    }
    int second = bytes.u8(offset + 1L);
    return second != 0 && second != 0xff && (second < 0xd0 || second > 0xd7);
  }
}
