package chat.letstalk.imagestore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the store writes down about a picture: lines of {@code key=value}.
 *
 * @param image what its users know
 * @param pictureId for a preview, its picture
 * @param removed whether its removal has begun: it is not there any more for anybody
 */
record ImageRecord(StoredImage image, Optional<ImageId> pictureId, boolean removed) {

  static ImageRecord of(StoredImage image) {
    return new ImageRecord(image, Optional.empty(), false);
  }

  ImageRecord with(StoredImage other) {
    return new ImageRecord(other, pictureId, removed);
  }

  ImageRecord beingRemoved() {
    return new ImageRecord(image, pictureId, true);
  }

  byte[] written() {
    ImageShape shape = image.shape();
    List<String> lines =
        List.of(
            "id=" + image.id(),
            "owner=" + image.owner(),
            "role=" + image.role(),
            "mediaType=" + shape.mediaType(),
            "width=" + shape.width(),
            "height=" + shape.height(),
            "bytes=" + image.bytes(),
            "uploadedAt=" + image.uploadedAt().toEpochMilli(),
            "everybody=" + image.audience().everybody(),
            "accounts=" + text(image.audience()),
            "preview=" + text(image.previewId()),
            "picture=" + text(pictureId),
            "removed=" + removed);
    return String.join("\n", lines).getBytes(UTF_8);
  }

  private static String text(Audience audience) {
    return new TreeSet<>(audience.accounts())
        .stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  private static String text(Optional<ImageId> id) {
    return id.map(ImageId::toString).orElse("");
  }

  static ImageRecord read(byte[] content) {
    Properties lines = new Properties();
    try {
      lines.load(new StringReader(new String(content, UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot fail", e);
    }
    StoredImage image =
        new StoredImage(
            ImageId.parse(lines.getProperty("id")).orElseThrow(),
            UUID.fromString(lines.getProperty("owner")),
            ImageRole.valueOf(lines.getProperty("role")),
            new ImageShape(
                lines.getProperty("mediaType"),
                Integer.parseInt(lines.getProperty("width")),
                Integer.parseInt(lines.getProperty("height"))),
            Long.parseLong(lines.getProperty("bytes")),
            Instant.ofEpochMilli(Long.parseLong(lines.getProperty("uploadedAt"))),
            audience(lines),
            ImageId.parse(lines.getProperty("preview")));
    return new ImageRecord(
        image,
        ImageId.parse(lines.getProperty("picture")),
        Boolean.parseBoolean(lines.getProperty("removed")));
  }

  private static Audience audience(Properties lines) {
    return new Audience(
        Boolean.parseBoolean(lines.getProperty("everybody")),
        Stream.of(lines.getProperty("accounts").split(","))
            .filter(account -> !account.isEmpty())
            .map(UUID::fromString)
            .collect(Collectors.toSet()));
  }
}
