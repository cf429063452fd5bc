package chat.letstalk.images.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/** Walks through the chunks of a PNG and checks that they are what they say. */
final class PngWalk {

  /** A large picture in pieces of 8 KiB has fewer. */
  private static final int MOST_CHUNKS = 20_000;

  private static final int OVERHEAD = 12;

  private static final Set<String> KNOWN_CRITICAL = Set.of("IHDR", "PLTE", "IDAT", "IEND");

  private final Bytes bytes;
  private final List<PngChunk> chunks = new ArrayList<>();
  private long at = PngFile.MAGIC.length;

  PngWalk(Bytes bytes) {
    this.bytes = bytes;
  }

  /**
   * All chunks, the end included; what follows it is left out.
   *
   * @throws UnreadableImage when there is no header, no data or no end, or a checksum is wrong
   */
  List<PngChunk> chunks() {
    PngChunk chunk;
    do {
      chunk = next();
      check(chunk);
      chunks.add(chunk);
      if (chunks.size() > MOST_CHUNKS) {
        throw new UnreadableImage("The PNG has too many parts.");
      }
    } while (!chunk.type().equals("IEND"));
    if (chunks.stream().noneMatch(any -> any.type().equals("IDAT"))) {
      throw Bytes.cutOff();
    }
    return List.copyOf(chunks);
  }

  private PngChunk next() {
    long length = bytes.u32(at);
    Bytes whole = bytes.part(at, length + OVERHEAD);
    at += length + OVERHEAD;
    return new PngChunk(whole.text(4, 4), whole.part(8, length), whole);
  }

  private void check(PngChunk chunk) {
    CRC32 checksum = new CRC32();
    chunk.whole().part(4, chunk.data().size() + 4L).update(checksum);
    if (checksum.getValue() != chunk.whole().u32(8L + chunk.data().size())) {
      throw Bytes.cutOff();
    }
    boolean isHeader = chunk.type().equals("IHDR");
    if (isHeader != chunks.isEmpty() || isHeader && chunk.data().size() != 13) {
      throw new UnreadableImage("The PNG does not begin with one header.");
    }
    if (chunk.isCritical() && !KNOWN_CRITICAL.contains(chunk.type())) {
      throw new UnreadableImage("The PNG has parts that no PNG has.");
    }
  }
}
