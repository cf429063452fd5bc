package chat.letstalk.images.file;

import java.util.ArrayList;
import java.util.List;

/** Walks through the blocks of a GIF, from behind its head to its trailer. */
final class GifWalk {

  /** Half of them pictures, that is three minutes at 25 a second. */
  private static final int MOST_BLOCKS = 10_000;

  private final Bytes bytes;
  private final int width;
  private final int height;
  private final List<GifBlock> blocks = new ArrayList<>();
  private int at;

  GifWalk(Bytes bytes, int start, int width, int height) {
    this.bytes = bytes;
    this.at = start;
    this.width = width;
    this.height = height;
  }

  /**
   * All blocks, the trailer included; what follows it is left out.
   *
   * @throws UnreadableImage when there is no trailer or no picture, or a picture leaves its canvas
   */
  List<GifBlock> blocks() {
    GifBlock block;
    do {
      block = next();
      blocks.add(block);
      if (blocks.size() > MOST_BLOCKS) {
        throw new UnreadableImage("The GIF has too many parts.");
      }
    } while (!block.isTrailer());
    if (blocks.stream().noneMatch(GifBlock::isPicture)) {
      throw Bytes.cutOff();
    }
    return List.copyOf(blocks);
  }

  private GifBlock next() {
    int start = at;
    switch (bytes.u8(start)) {
      case GifBlock.TRAILER -> at++;
      case GifBlock.EXTENSION -> {
        at += 2;
        skipSubBlocks();
      }
      case GifBlock.PICTURE -> {
        check(bytes.part(start, 10));
        at += 10 + GifBlock.colourTable(bytes.u8(start + 9L)) + 1;
        skipSubBlocks();
      }
      default -> throw Bytes.cutOff();
    }
    return new GifBlock(bytes.part(start, at - start));
  }

  private void check(Bytes descriptor) {
    int right = descriptor.u16Little(1) + descriptor.u16Little(5);
    int bottom = descriptor.u16Little(3) + descriptor.u16Little(7);
    if (right > width || bottom > height) {
      throw new UnreadableImage("A picture of the GIF is larger than the GIF says.");
    }
  }

  private void skipSubBlocks() {
    int size;
    do {
      size = bytes.u8(at);
      at += 1 + size;
    } while (size != 0);
  }
}
