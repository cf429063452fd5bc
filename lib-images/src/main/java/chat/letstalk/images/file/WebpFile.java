package chat.letstalk.images.file;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A WebP (RFC 9649): lossy, lossless or extended, animated ones included. */
final class WebpFile extends ImageFile {

  private static final int CONTAINER = 12;

  private final List<WebpChunk> chunks;

  private WebpFile(ImageHeader header, List<WebpChunk> chunks) {
    super(header);
    this.chunks = chunks;
  }

  static WebpFile of(Bytes bytes) {
    long size = bytes.u32Little(4);
    List<WebpChunk> chunks = WebpChunk.all(bytes.part(CONTAINER, size - 4));
    if (chunks.isEmpty()) {
      throw Bytes.cutOff();
    }
    WebpSize canvas = WebpSize.of(chunks.get(0));
    int frames =
        chunks.get(0).is("VP8X") ? new WebpExtended(chunks, canvas).frames() : onlyPicture(chunks);
    Orientation orientation =
        chunks.stream()
            .filter(chunk -> chunk.is("EXIF"))
            .findFirst()
            .map(chunk -> ExifOrientation.of(chunk.tiff()))
            .orElse(Orientation.AS_IT_IS);
    return new WebpFile(
        new ImageHeader(ImageFormat.WEBP, canvas.width(), canvas.height(), orientation, frames),
        chunks);
  }

  private static int onlyPicture(List<WebpChunk> chunks) {
    if (chunks.stream().filter(WebpChunk::isPicture).count() != 1) {
      throw new UnreadableImage("The WebP does not hold exactly one picture.");
    }
    return 1;
  }

  @Override
  public byte[] withoutMetadata() {
    return container(chunks.stream().filter(WebpChunk::isNeeded).toList());
  }

  @Override
  public StillPicture firstPicture() {
    Optional<WebpChunk> frame = chunks.stream().filter(chunk -> chunk.is("ANMF")).findFirst();
    List<WebpChunk> parts = frame.map(WebpChunk::frameParts).orElse(chunks);
    WebpSize size =
        frame.map(WebpSize::ofFrame).orElse(new WebpSize(header().width(), header().height()));
    List<WebpChunk> still =
        parts.stream().filter(part -> part.isPicture() || part.is("ALPH")).toList();
    boolean alpha = still.stream().anyMatch(part -> part.is("ALPH"));
    byte[] content =
        container(
            alpha
                ? Stream.concat(Stream.of(size.extended(WebpSize.ANNOUNCES_ALPHA)), still.stream())
                    .toList()
                : still);
    return new StillPicture(
        content,
        frame.map(chunk -> 2 * chunk.data().u24Little(0)).orElse(0),
        frame.map(chunk -> 2 * chunk.data().u24Little(3)).orElse(0),
        size.width(),
        size.height(),
        header().width(),
        header().height());
  }

  @Override
  public byte[] inItsColours(byte[] encoded) {
    Optional<WebpChunk> profile = chunks.stream().filter(chunk -> chunk.is("ICCP")).findFirst();
    if (profile.isEmpty()) {
      return encoded;
    }
    List<WebpChunk> picture = of(new Bytes(encoded)).chunks;
    WebpChunk header =
        WebpSize.of(picture.get(0)).extended(WebpSize.ANNOUNCES_ALPHA | WebpSize.ANNOUNCES_PROFILE);
    return container(
        Stream.concat(
                Stream.of(header, profile.get()),
                picture.stream().filter(chunk -> chunk.isPicture() || chunk.is("ALPH")))
            .toList());
  }

  private static byte[] container(List<WebpChunk> parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    parts.forEach(part -> part.writeTo(body));
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.size() + CONTAINER);
    WebpChunk.writeHead(out, "RIFF", body.size() + 4);
    out.writeBytes(new byte[] {'W', 'E', 'B', 'P'});
    out.writeBytes(body.toByteArray());
    return out.toByteArray();
  }

  @Override
  public Optional<byte[]> colourProfile() {
    return chunks.stream()
        .filter(chunk -> chunk.is("ICCP"))
        .findFirst()
        .map(chunk -> chunk.data().copy());
  }
}
