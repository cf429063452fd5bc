package chat.letstalk.images.file;

import static chat.letstalk.images.Parts.chunkOf;
import static chat.letstalk.images.Parts.frame;
import static chat.letstalk.images.Parts.joined;
import static chat.letstalk.images.Pictures.encoded;
import static chat.letstalk.images.Pictures.quarters;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.images.Parts;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PROMISES.md, "pictures": what is refused before anything is decoded. */
class RefusedPicturesTest {

  private static final byte[] JPEG = encoded(quarters(60, 40), ImageFormat.JPEG);
  private static final byte[] PNG = encoded(quarters(60, 40), ImageFormat.PNG);
  private static final byte[] GIF = encoded(quarters(60, 40), ImageFormat.GIF);
  private static final byte[] WEBP = encoded(quarters(60, 40), ImageFormat.WEBP);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "<?xml version='1.0'?><svg/>",
        "<!DOCTYPE html><script>alert(1)</script>",
        "%PDF-1.7",
        "GIF",
        "RIFF0000AVI LIST",
        "BM000000"
      })
  void what_is_no_picture_of_a_known_kind(String content) {
    refused(content.getBytes(UTF_8), "This is no JPEG, PNG, GIF or WebP picture.");
  }

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void a_picture_that_is_cut_off_anywhere(ImageFormat format) {
    byte[] whole = encoded(quarters(60, 40), format);

    for (int size = 12; size < whole.length; size++) {
      byte[] part = Arrays.copyOf(whole, size);
      assertThatThrownBy(() -> ImageFile.read(part)).isInstanceOf(UnreadableImage.class);
    }
  }

  @Test
  void a_jpeg_with_two_frames() {
    byte[] other = encoded(quarters(600, 400), ImageFormat.JPEG);
    int start = indexOf(other, 0xc0);
    byte[] frame = Arrays.copyOfRange(other, start + 4, start + 2 + (other[start + 3] & 0xff));

    refused(Parts.jpegWith(JPEG, 0xc0, frame), "The JPEG does not hold exactly one picture.");
  }

  @Test
  void a_jpeg_without_pixels() {
    byte[] empty = JPEG.clone();
    int start = indexOf(empty, 0xc0);
    empty[start + 5] = 0;
    empty[start + 6] = 0;

    refused(empty, "The JPEG says that it has no pixels.");
  }

  @Test
  void a_jpeg_with_thousands_of_scans() {
    int start = indexOf(JPEG, 0xda);
    byte[] scan = Arrays.copyOfRange(JPEG, start, JPEG.length - 2);
    byte[] bomb = JPEG;
    for (int i = 0; i < 100; i++) {
      bomb = Parts.inserted(bomb, bomb.length - 2, scan);
    }

    refused(bomb, "The JPEG has too many scans.");
  }

  @Test
  void a_png_whose_header_was_changed_afterwards() {
    byte[] changed = PNG.clone();
    changed[18] = 1; // wider by 256

    refused(changed, "The picture is cut off or damaged.");
  }

  @Test
  void a_png_with_a_part_that_must_be_understood_and_is_not() {
    refused(Parts.pngWith(PNG, "EVIL", new byte[3]), "The PNG has parts that no PNG has.");
  }

  @Test
  void a_gif_with_a_picture_larger_than_its_canvas() {
    byte[] lying = GIF.clone();
    lying[6] = 1;
    lying[7] = 0;

    refused(lying, "A picture of the GIF is larger than the GIF says.");
  }

  @Test
  void a_webp_whose_outer_header_says_less_than_its_inner_one() {
    refused(Parts.webp(6, 4, 0, chunkOf(WEBP)), "The WebP does not hold what its header says.");
  }

  @Test
  void an_animated_webp_with_a_picture_outside_its_canvas() {
    refused(
        Parts.webp(60, 40, 0x02, frame(10, 0, 60, 40, chunkOf(WEBP))),
        "The WebP does not hold what its header says.");
  }

  @Test
  void a_webp_that_says_it_is_longer_than_it_is() {
    byte[] lying = WEBP.clone();
    lying[7] = 0x7f;

    refused(lying, "The picture is cut off or damaged.");
  }

  @Test
  void a_webp_with_two_pictures() {
    byte[] two = Parts.webp(60, 40, 0, chunkOf(WEBP), chunkOf(WEBP));

    refused(two, "The WebP does not hold what its header says.");
  }

  @Test
  void another_type_than_the_magic_bytes_say() {
    byte[] disguised = joined(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, PNG);

    refused(disguised, "The picture is cut off or damaged.");
  }

  private static void refused(byte[] content, String sentence) {
    assertThatThrownBy(() -> ImageFile.read(content))
        .isInstanceOf(UnreadableImage.class)
        .hasMessage(sentence);
  }

  private static int indexOf(byte[] jpeg, int marker) {
    for (int i = 0; i < jpeg.length - 1; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == marker) {
        return i;
      }
    }
    throw new AssertionError("No such marker: " + marker);
  }
}
