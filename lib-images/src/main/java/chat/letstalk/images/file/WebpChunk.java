package chat.letstalk.images.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A chunk of a WebP.
 *
 * @param type four characters
 * @param data its content, without padding
 */
record WebpChunk(String type, Bytes data) {

  private static final int HEAD = 8;

  /** Thousands of frames; more cost time and are no animation. */
  private static final int MOST = 10_000;

  private static final Set<String> NEEDED =
      Set.of("VP8X", "ICCP", "ANIM", "ANMF", "ALPH", "VP8 ", "VP8L");

  private static final int FRAME_HEAD = 16;

  /** Bits of VP8X that announce Exif and XMP. */
  private static final int ANNOUNCES_METADATA = 0x0c;

  /** The chunks that fill a part of a file. */
  static List<WebpChunk> all(Bytes bytes) {
    List<WebpChunk> chunks = new ArrayList<>();
    long at = 0;
    while (at < bytes.size()) {
      long size = bytes.u32Little(at + 4);
      chunks.add(new WebpChunk(bytes.text(at, 4), bytes.part(at + HEAD, size)));
      at += HEAD + size + (size & 1);
      if (chunks.size() > MOST) {
        throw new UnreadableImage("The WebP has too many parts.");
      }
    }
    return List.copyOf(chunks);
  }

  boolean is(String name) {
    return type.equals(name);
  }

  boolean isPicture() {
    return is("VP8 ") || is("VP8L");
  }

  boolean isNeeded() {
    return NEEDED.contains(type);
  }

  /** Exif data, with or without the prefix that some writers copy from JPEG. */
  Bytes tiff() {
    return data.hasText(0, JpegPart.EXIF) ? data.from(JpegPart.EXIF.length()) : data;
  }

  /** Of an ANMF chunk: what makes up its picture. */
  List<WebpChunk> frameParts() {
    return all(data.from(FRAME_HEAD));
  }

  /** Itself without announcements of metadata, and without parts of frames that nobody needs. */
  void writeTo(ByteArrayOutputStream out) {
    byte[] content = data.copy();
    if (is("VP8X")) {
      content[0] &= (byte) ~ANNOUNCES_METADATA;
    } else if (is("ANMF")) {
      content = frameWithoutMetadata();
    }
    writeHead(out, type, content.length);
    out.writeBytes(content);
    if (content.length % 2 == 1) {
      out.write(0);
    }
  }

  private byte[] frameWithoutMetadata() {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    data.part(0, FRAME_HEAD).writeTo(frame);
    frameParts().stream().filter(WebpChunk::isNeeded).forEach(part -> part.writeTo(frame));
    return frame.toByteArray();
  }

  static void writeHead(ByteArrayOutputStream out, String type, int size) {
    out.writeBytes(type.getBytes(ISO_8859_1));
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(size >>> shift);
    }
  }
}
