package chat.letstalk.images.preview;

import static chat.letstalk.images.Pictures.encoded;
import static chat.letstalk.images.Pictures.quarters;
import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.file.ImageHeader;
import chat.letstalk.images.preview.PreviewResult.Outcome;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is promised of the previews of stored pictures, wherever they are made. */
public abstract class PreviewsSuite {

  /** With limits of 2 MiB and 4 megapixels. */
  protected abstract Previews previews();

  /** Stores a picture; answers its id. */
  protected abstract String put(byte[] picture);

  /** The content of a picture or a preview that is stored. */
  protected abstract byte[] content(String id);

  private static byte[] picture() {
    return encoded(quarters(1600, 1200), ImageFormat.JPEG);
  }

  @Test
  void a_picture_gets_a_preview_under_an_id_of_its_own() {
    String id = put(picture());

    PreviewResult result = previews().of(id);

    assertThat(result.outcome()).isEqualTo(Outcome.STORED);
    StoredPreview preview = result.preview();
    assertThat(preview.id()).isNotEqualTo(id);
    assertThat(preview.width()).isEqualTo(512);
    assertThat(preview.height()).isEqualTo(384);
    assertThat(preview.fileStorageTypeId()).isBetween(1, 2);
    ImageHeader header = ImageHeader.read(content(preview.id()));
    assertThat(header.format()).isEqualTo(ImageFormat.WEBP);
    assertThat(header.width()).isEqualTo(512);
  }

  @Test
  void a_repetition_finds_the_first_preview() {
    String id = put(picture());

    assertThat(previews().of(id)).isEqualTo(previews().of(id));
  }

  @Test
  void a_picture_that_is_not_there_is_gone() {
    assertThat(previews().of(UUID.randomUUID().toString())).isEqualTo(PreviewResult.gone());
  }

  @Test
  void what_is_no_picture_is_unreadable_and_the_next_one_is_not() {
    String svg = put("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
    String bomb =
        put(
            encoded(
                new BufferedImage(3000, 3000, BufferedImage.TYPE_BYTE_BINARY), ImageFormat.PNG));
    String large = put(new byte[(2 << 20) + 1]);

    assertThat(previews().of(svg))
        .isEqualTo(PreviewResult.unreadable("This is no JPEG, PNG, GIF or WebP picture."));
    assertThat(previews().of(bomb))
        .isEqualTo(PreviewResult.unreadable("The picture has more than 4000000 pixels."));
    assertThat(previews().of(large))
        .isEqualTo(PreviewResult.unreadable("The picture has more than 2097152 bytes."));
    assertThat(previews().of(put(picture())).outcome()).isEqualTo(Outcome.STORED);
  }
}
