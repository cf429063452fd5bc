package chat.letstalk.images.preview;

import static chat.letstalk.images.Parts.chunkOf;
import static chat.letstalk.images.Parts.frame;
import static chat.letstalk.images.Pictures.alike;
import static chat.letstalk.images.Pictures.decoded;
import static chat.letstalk.images.Pictures.disc;
import static chat.letstalk.images.Pictures.encoded;
import static chat.letstalk.images.Pictures.gif;
import static chat.letstalk.images.Pictures.quarters;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chat.letstalk.images.Parts;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.file.ImageHeader;
import chat.letstalk.images.pixels.DecodePicture;
import chat.letstalk.images.pixels.EncodePicture;
import chat.letstalk.images.pixels.Plugins;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MakePreviewTest {

  private static final Plugins PLUGINS = Plugins.onClassPath();
  private static final PreviewLimits LIMITS =
      new PreviewLimits(32 << 20, 40_000_000, Duration.ofMinutes(2));

  private final MakePreview make =
      new MakePreview(new DecodePicture(PLUGINS), new EncodePicture(PLUGINS), LIMITS);

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void a_preview_is_a_webp_inside_512_by_512(ImageFormat format) {
    Preview preview = make.of(encoded(quarters(1600, 1200), format));

    ImageHeader header = ImageHeader.read(preview.content());
    assertThat(header.format()).isEqualTo(ImageFormat.WEBP);
    assertThat(header.width()).isEqualTo(preview.width()).isEqualTo(512);
    assertThat(header.height()).isEqualTo(preview.height()).isEqualTo(384);
    assertQuarters(decoded(preview.content()));
  }

  @ParameterizedTest
  @CsvSource({
    "100,80,100,80",
    "512,512,512,512",
    "513,10,512,10",
    "3000,2000,512,341",
    "700,4000,90,512",
    "4000,1,512,1",
    "1,1,1,1"
  })
  void a_preview_keeps_the_shape_and_is_never_larger(int width, int height, int w, int h) {
    Preview preview = make.of(encoded(quarters(width, height), ImageFormat.PNG));

    assertThat(preview.width()).isEqualTo(w);
    assertThat(preview.height()).isEqualTo(h);
  }

  @Test
  void a_preview_is_upright() {
    byte[] jpeg = Parts.jpegWithExif(encoded(quarters(1200, 800), ImageFormat.JPEG), 6);

    Preview preview = make.of(jpeg);

    assertThat(preview.width()).isEqualTo(341);
    assertThat(preview.height()).isEqualTo(512);
    BufferedImage picture = decoded(preview.content());
    assertThat(picture.getRGB(50, 50)).matches(rgb -> alike(rgb, Color.BLUE));
    assertThat(picture.getRGB(300, 50)).matches(rgb -> alike(rgb, Color.RED));
  }

  @ParameterizedTest
  @EnumSource(names = {"PNG", "WEBP"})
  void alpha_is_kept(ImageFormat format) {
    BufferedImage picture = decoded(make.of(encoded(disc(1024), format)).content());

    assertThat(picture.getRGB(2, 2) >>> 24).isZero();
    assertThat(picture.getRGB(256, 256) >>> 24).isEqualTo(255);
    assertThat(picture.getRGB(256, 256)).matches(rgb -> alike(rgb, Color.RED));
  }

  @Test
  void of_an_animated_gif_the_first_picture_is_shown() {
    BufferedImage black = new BufferedImage(800, 600, BufferedImage.TYPE_3BYTE_BGR);

    assertQuarters(decoded(make.of(gif(quarters(800, 600), black)).content()));
  }

  @Test
  void of_an_animated_webp_the_first_picture_is_shown_at_its_place() {
    byte[] still = chunkOf(encoded(quarters(600, 400), ImageFormat.WEBP));
    byte[] small = chunkOf(encoded(quarters(300, 200), ImageFormat.WEBP));

    Preview whole = make.of(Parts.webp(600, 400, 0x02, frame(0, 0, 600, 400, still)));
    Preview part = make.of(Parts.webp(600, 400, 0x12, frame(300, 200, 300, 200, small)));

    assertQuarters(decoded(whole.content()));
    BufferedImage picture = decoded(part.content());
    assertThat(picture.getRGB(100, 100) >>> 24).isZero();
    assertThat(picture.getRGB(280, 190)).matches(rgb -> alike(rgb, Color.RED));
  }

  @Test
  void grey_pictures_stay_as_bright_as_they_are() {
    BufferedImage grey = new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSamples(0, 0, 800, 600, 0, filled(800 * 600, 100));

    for (ImageFormat format : new ImageFormat[] {ImageFormat.JPEG, ImageFormat.PNG}) {
      BufferedImage picture = decoded(make.of(encoded(grey, format)).content());
      assertThat(new Color(picture.getRGB(100, 100)).getGreen()).isCloseTo(100, within(3));
    }
  }

  @Test
  void sixteen_bits_a_colour_become_eight() {
    BufferedImage deep = new BufferedImage(800, 600, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setSamples(0, 0, 800, 600, 0, filled(800 * 600, 100 * 257));

    BufferedImage picture = decoded(make.of(encoded(deep, ImageFormat.PNG)).content());

    assertThat(new Color(picture.getRGB(100, 100)).getGreen()).isCloseTo(100, within(3));
  }

  @Test
  void colours_with_a_profile_are_brought_into_srgb() {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] segment = Parts.joined("ICC_PROFILE\0".getBytes(ISO_8859_1), new byte[] {1, 1}, profile);
    BufferedImage dim = new BufferedImage(800, 600, BufferedImage.TYPE_3BYTE_BGR);
    Arrays.fill(((DataBufferByte) dim.getRaster().getDataBuffer()).getData(), (byte) 55);

    byte[] jpeg = Parts.jpegWith(encoded(dim, ImageFormat.JPEG), 0xe2, segment);

    BufferedImage picture = decoded(make.of(jpeg).content());
    // 55 of 255 in linear light is 128 in sRGB.
    assertThat(new Color(picture.getRGB(100, 100)).getGreen()).isCloseTo(128, within(4));
  }

  @Test
  void a_damaged_profile_changes_nothing() {
    byte[] segment = Parts.joined("ICC_PROFILE\0".getBytes(ISO_8859_1), new byte[] {1, 1, 9, 9, 9});

    byte[] jpeg = Parts.jpegWith(encoded(quarters(800, 600), ImageFormat.JPEG), 0xe2, segment);

    assertQuarters(decoded(make.of(jpeg).content()));
  }

  private static int[] filled(int size, int value) {
    int[] samples = new int[size];
    Arrays.fill(samples, value);
    return samples;
  }

  private static void assertQuarters(BufferedImage picture) {
    int right = picture.getWidth() - 20;
    int bottom = picture.getHeight() - 20;
    assertThat(picture.getRGB(20, 20)).matches(rgb -> alike(rgb, Color.RED));
    assertThat(picture.getRGB(right, 20)).matches(rgb -> alike(rgb, Color.GREEN));
    assertThat(picture.getRGB(20, bottom)).matches(rgb -> alike(rgb, Color.BLUE));
    assertThat(picture.getRGB(right, bottom)).matches(rgb -> alike(rgb, Color.WHITE));
  }
}
