package chat.letstalk.images.file;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A JPEG (ITU-T T.81): baseline, extended or progressive Huffman, 8 bits, 1, 3 or 4 components. */
final class JpegFile extends ImageFile {

  static final byte[] MAGIC = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  private final List<JpegPart> parts;

  private JpegFile(ImageHeader header, List<JpegPart> parts) {
    super(header);
    this.parts = parts;
  }

  static JpegFile of(Bytes bytes) {
    List<JpegPart> parts = new JpegWalk(bytes).parts();
    JpegPart frame = onlyFrame(parts);
    int height = frame.payload().u16(1);
    int width = frame.payload().u16(3);
    check(frame, width, height);
    Orientation orientation =
        parts.stream()
            .filter(JpegPart::isExif)
            .findFirst()
            .map(part -> ExifOrientation.of(part.payload().from(JpegPart.EXIF.length())))
            .orElse(Orientation.AS_IT_IS);
    return new JpegFile(new ImageHeader(ImageFormat.JPEG, width, height, orientation, 1), parts);
  }

  private static JpegPart onlyFrame(List<JpegPart> parts) {
    List<JpegPart> frames = parts.stream().filter(JpegPart::isFrame).toList();
    if (frames.size() != 1) {
      throw new UnreadableImage("The JPEG does not hold exactly one picture.");
    }
    return frames.get(0);
  }

  private static void check(JpegPart frame, int width, int height) {
    int components = frame.payload().u8(5);
    if (!frame.isCommonFrame() || frame.payload().u8(0) != 8 || components > 4 || components == 2) {
      throw new UnreadableImage("This kind of JPEG is not supported.");
    }
    if (width == 0 || height == 0 || components == 0) {
      throw new UnreadableImage("The JPEG says that it has no pixels.");
    }
    if (frame.payload().size() != 6 + 3 * components) {
      throw Bytes.cutOff();
    }
  }

  @Override
  public byte[] withoutMetadata() {
    return with(JpegPart::isNeeded);
  }

  @Override
  public StillPicture firstPicture() {
    return StillPicture.filling(
        with(part -> part.isNeeded() && (isPrint() || !part.isIccProfile())), header());
  }

  @Override
  public Optional<byte[]> colourProfile() {
    return isPrint() ? Optional.empty() : JpegColourProfile.of(parts);
  }

  @Override
  public byte[] inItsColours(byte[] encoded) {
    if (colourProfile().isEmpty()) {
      return encoded;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(encoded, 0, 2);
    parts.stream().filter(JpegPart::isIccProfile).forEach(part -> part.writeTo(out));
    out.write(encoded, 2, encoded.length - 2);
    return out.toByteArray();
  }

  /** Four components are CMYK or YCCK, which only the decoder can turn into red, green and blue. */
  private boolean isPrint() {
    return onlyFrame(parts).payload().u8(5) == 4;
  }

  private byte[] with(Predicate<JpegPart> wanted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xff);
    out.write(0xd8);
    parts.stream().filter(wanted).forEach(part -> part.writeTo(out));
    return out.toByteArray();
  }
}
