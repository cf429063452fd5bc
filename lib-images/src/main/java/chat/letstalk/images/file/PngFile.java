package chat.letstalk.images.file;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A PNG (W3C, third edition), animated ones included. */
final class PngFile extends ImageFile {

  static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** What a picture is shown by. Everything else (text, time, Exif, private chunks) is left out. */
  private static final Set<String> NEEDED =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT",
          "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

  private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS");

  private static final Set<String> COLOURS = Set.of("gAMA", "cHRM", "sRGB", "iCCP", "cICP");

  private final List<PngChunk> chunks;

  private PngFile(ImageHeader header, List<PngChunk> chunks) {
    super(header);
    this.chunks = chunks;
  }

  static PngFile of(Bytes bytes) {
    List<PngChunk> chunks = new PngWalk(bytes).chunks();
    Bytes header = chunks.get(0).data();
    long width = header.u32(0);
    long height = header.u32(4);
    if (width == 0 || height == 0) {
      throw new UnreadableImage("The PNG says that it has no pixels.");
    }
    if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw new UnreadableImage("The PNG says that it has more pixels than a PNG can have.");
    }
    Orientation orientation =
        first(chunks, "eXIf")
            .map(chunk -> ExifOrientation.of(chunk.data()))
            .orElse(Orientation.AS_IT_IS);
    return new PngFile(
        new ImageHeader(ImageFormat.PNG, (int) width, (int) height, orientation, frames(chunks)),
        chunks);
  }

  private static int frames(List<PngChunk> chunks) {
    long frames = chunks.stream().filter(chunk -> chunk.type().equals("fcTL")).count();
    return first(chunks, "acTL").isPresent() ? (int) Math.max(1, frames) : 1;
  }

  private static Optional<PngChunk> first(List<PngChunk> chunks, String type) {
    return chunks.stream().filter(chunk -> chunk.type().equals(type)).findFirst();
  }

  @Override
  public byte[] withoutMetadata() {
    return with(NEEDED);
  }

  /**
   * The IDAT chunks of an animated PNG are its first picture, or the one for all who know no more.
   */
  @Override
  public StillPicture firstPicture() {
    return StillPicture.filling(with(PICTURE), header());
  }

  @Override
  public byte[] inItsColours(byte[] encoded) {
    int behindHeader = MAGIC.length + chunks.get(0).whole().size();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(encoded, 0, behindHeader);
    write(COLOURS, out);
    out.write(encoded, behindHeader, encoded.length - behindHeader);
    return out.toByteArray();
  }

  private byte[] with(Set<String> wanted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    write(wanted, out);
    return out.toByteArray();
  }

  private void write(Set<String> wanted, ByteArrayOutputStream out) {
    chunks.stream()
        .filter(chunk -> wanted.contains(chunk.type()))
        .forEach(chunk -> chunk.whole().writeTo(out));
  }

  @Override
  public Optional<byte[]> colourProfile() {
    return first(chunks, "iCCP").flatMap(chunk -> PngColourProfile.of(chunk.data()));
  }
}
