package chat.letstalk.images.file;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** A GIF (CompuServe, 87a and 89a), animated ones included. */
final class GifFile extends ImageFile {

  private final Bytes head;
  private final List<GifBlock> blocks;

  private GifFile(ImageHeader header, Bytes head, List<GifBlock> blocks) {
    super(header);
    this.head = head;
    this.blocks = blocks;
  }

  static GifFile of(Bytes bytes) {
    int width = bytes.u16Little(6);
    int height = bytes.u16Little(8);
    if (width == 0 || height == 0) {
      throw new UnreadableImage("The GIF says that it has no pixels.");
    }
    int headSize = 13 + GifBlock.colourTable(bytes.u8(10));
    List<GifBlock> blocks = new GifWalk(bytes, headSize, width, height).blocks();
    int frames = (int) blocks.stream().filter(GifBlock::isPicture).count();
    return new GifFile(
        new ImageHeader(ImageFormat.GIF, width, height, Orientation.AS_IT_IS, frames),
        bytes.part(0, headSize),
        blocks);
  }

  @Override
  public byte[] withoutMetadata() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    head.writeTo(out);
    blocks.stream().filter(GifBlock::isNeeded).forEach(block -> block.whole().writeTo(out));
    return out.toByteArray();
  }

  @Override
  public StillPicture firstPicture() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    head.writeTo(out);
    GifBlock picture = null;
    for (int i = 0; picture == null; i++) { // there is one, or the walk would have failed
      GifBlock block = blocks.get(i);
      if (block.isNeeded()) {
        block.whole().writeTo(out);
      }
      picture = block.isPicture() ? block : null;
    }
    out.write(GifBlock.TRAILER);
    return picture.on(header(), out.toByteArray());
  }

  @Override
  public Optional<byte[]> colourProfile() {
    return Optional.empty();
  }

  @Override
  public byte[] inItsColours(byte[] encoded) {
    return encoded;
  }
}
