package chat.letstalk.images.upload;

import static chat.letstalk.images.Parts.chunkOf;
import static chat.letstalk.images.Parts.contains;
import static chat.letstalk.images.Parts.joined;
import static chat.letstalk.images.Pictures.alike;
import static chat.letstalk.images.Pictures.decoded;
import static chat.letstalk.images.Pictures.encoded;
import static chat.letstalk.images.Pictures.gif;
import static chat.letstalk.images.Pictures.quarters;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.images.Parts;
import chat.letstalk.images.file.ImageFile;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.file.ImageHeader;
import chat.letstalk.images.file.Orientation;
import chat.letstalk.images.pixels.DecodePicture;
import chat.letstalk.images.pixels.EncodePicture;
import chat.letstalk.images.pixels.Plugins;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanPictureTest {

  private static final Plugins PLUGINS = Plugins.onClassPath();
  private static final byte[] SECRET = "GPS 51.5007,-0.1246".getBytes(ISO_8859_1);
  private static final byte[] SCRIPT = "<script>alert(1)</script>".getBytes(ISO_8859_1);

  private final CleanPicture clean =
      new CleanPicture(
          new DecodePicture(PLUGINS), new EncodePicture(PLUGINS), 1, Duration.ofSeconds(60));

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void a_picture_without_metadata_stays_as_it_is(ImageFormat format) {
    byte[] picture = encoded(quarters(60, 40), format);

    CleanedPicture cleaned = clean.clean(ImageFile.read(picture));

    assertThat(cleaned.format()).isEqualTo(format);
    assertThat(cleaned.width()).isEqualTo(60);
    assertThat(cleaned.height()).isEqualTo(40);
    assertThat(cleaned.content()).isEqualTo(picture);
  }

  @Test
  void a_jpeg_loses_its_place_its_comment_and_what_is_hidden_behind_its_end() {
    byte[] picture = encoded(quarters(60, 40), ImageFormat.JPEG);
    byte[] private1 = Parts.jpegWithExif(picture, 1);
    byte[] private2 = Parts.jpegWith(private1, 0xfe, SCRIPT);
    byte[] private3 = Parts.jpegWith(private2, 0xe2, SECRET);
    byte[] polyglot =
        joined(Parts.jpegWith(private3, 0xe0, SCRIPT), "PK\3\4".getBytes(ISO_8859_1), SCRIPT);

    assertThat(cleaned(polyglot)).isEqualTo(picture);
  }

  @Test
  void a_png_loses_its_texts_its_place_and_what_is_hidden_behind_its_end() {
    byte[] picture = encoded(quarters(60, 40), ImageFormat.PNG);
    byte[] withText = Parts.pngWith(picture, "tEXt", joined(new byte[] {'a', 0}, SCRIPT));
    byte[] withExif = Parts.pngWith(withText, "eXIf", Parts.exif(1));
    byte[] polyglot = joined(Parts.pngWith(withExif, "prVt", SECRET), SCRIPT);

    assertThat(cleaned(polyglot)).isEqualTo(picture);
  }

  @Test
  void a_webp_loses_its_place_and_its_xmp() {
    byte[] picture = chunkOf(encoded(quarters(60, 40), ImageFormat.WEBP));
    byte[] content =
        joined(
            Parts.webp(
                60,
                40,
                0x0c,
                picture,
                Parts.chunk("EXIF", Parts.exif(1)),
                Parts.chunk("XMP ", SECRET)),
            SCRIPT);

    assertThat(cleaned(content)).isEqualTo(Parts.webp(60, 40, 0, picture));
  }

  @Test
  void a_gif_loses_its_comments_and_keeps_all_its_pictures() {
    byte[] picture = gif(quarters(60, 40), quarters(60, 40));
    byte[] comment =
        joined(new byte[] {0x21, (byte) 0xfe, (byte) SCRIPT.length}, SCRIPT, new byte[1]);
    int afterHead = 13 + 3 * (2 << (picture[10] & 7));

    byte[] cleaned = cleaned(joined(Parts.inserted(picture, afterHead, comment), SCRIPT));

    assertThat(cleaned).isEqualTo(picture);
    assertThat(ImageHeader.read(cleaned).frames()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void a_jpeg_is_turned_upright(int orientation) {
    byte[] lying = turnedAway(quarters(60, 40), orientation);

    CleanedPicture cleaned = clean.clean(ImageFile.read(Parts.jpegWithExif(lying, orientation)));

    assertThat(cleaned.width()).isEqualTo(60);
    assertThat(cleaned.height()).isEqualTo(40);
    assertThat(ImageHeader.read(cleaned.content()).orientation()).isEqualTo(Orientation.AS_IT_IS);
    assertThat(contains(cleaned.content(), "GPS")).isFalse();
    assertUpright(decoded(cleaned.content()));
  }

  @Test
  void png_and_webp_are_turned_upright_too() {
    BufferedImage lying = decoded(turnedAway(quarters(60, 40), 6));
    byte[] png = Parts.pngWith(encoded(lying, ImageFormat.PNG), "eXIf", Parts.exif(6));
    byte[] webp =
        Parts.webp(
            40,
            60,
            0x08,
            chunkOf(encoded(lying, ImageFormat.WEBP)),
            Parts.chunk("EXIF", Parts.exif(6)));

    assertUpright(decoded(cleaned(png)));
    assertUpright(decoded(cleaned(webp)));
  }

  @Test
  void a_turned_picture_keeps_its_colour_profile() {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] segment = joined("ICC_PROFILE\0".getBytes(ISO_8859_1), new byte[] {1, 1}, profile);
    byte[] jpeg = Parts.jpegWith(encoded(quarters(60, 40), ImageFormat.JPEG), 0xe2, segment);

    byte[] cleaned = cleaned(Parts.jpegWithExif(jpeg, 3));

    assertThat(ImageFile.read(cleaned).colourProfile()).hasValue(profile);
  }

  private byte[] cleaned(byte[] content) {
    return clean.clean(ImageFile.read(content)).content();
  }

  private static void assertUpright(BufferedImage picture) {
    int right = picture.getWidth() - 8;
    int bottom = picture.getHeight() - 8;
    assertThat(picture.getRGB(8, 8)).matches(rgb -> alike(rgb, Color.RED));
    assertThat(picture.getRGB(right, 8)).matches(rgb -> alike(rgb, Color.GREEN));
    assertThat(picture.getRGB(8, bottom)).matches(rgb -> alike(rgb, Color.BLUE));
    assertThat(picture.getRGB(right, bottom)).matches(rgb -> alike(rgb, Color.WHITE));
  }

  /** What a camera stores that was held so that its picture needs this orientation. */
  private static byte[] turnedAway(BufferedImage upright, int orientation) {
    int width = upright.getWidth();
    int height = upright.getHeight();
    boolean swaps = orientation >= 5;
    BufferedImage stored =
        new BufferedImage(
            swaps ? height : width, swaps ? width : height, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < stored.getHeight(); y++) {
      for (int x = 0; x < stored.getWidth(); x++) {
        stored.setRGB(x, y, seenAt(upright, orientation, x, y));
      }
    }
    return encoded(stored, ImageFormat.JPEG);
  }

  /** Exif 3.0, tag 0x0112: which sides of the scene the stored row 0 and column 0 are. */
  private static int seenAt(BufferedImage scene, int orientation, int x, int y) {
    int right = scene.getWidth() - 1;
    int bottom = scene.getHeight() - 1;
    return switch (orientation) {
      case 2 -> scene.getRGB(right - x, y);
      case 3 -> scene.getRGB(right - x, bottom - y);
      case 4 -> scene.getRGB(x, bottom - y);
      case 5 -> scene.getRGB(y, x);
      case 6 -> scene.getRGB(right - y, x);
      case 7 -> scene.getRGB(right - y, bottom - x);
      case 8 -> scene.getRGB(y, bottom - x);
      default -> scene.getRGB(x, y);
    };
  }
}
