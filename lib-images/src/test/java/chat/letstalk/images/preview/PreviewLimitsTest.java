package chat.letstalk.images.preview;

import static chat.letstalk.images.Pictures.encoded;
import static chat.letstalk.images.Pictures.quarters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.file.UnreadableImage;
import chat.letstalk.images.pixels.DecodePicture;
import chat.letstalk.images.pixels.EncodePicture;
import chat.letstalk.images.pixels.Plugins;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One bad picture costs one job, and no more than the limits say. */
class PreviewLimitsTest {

  private static final Plugins PLUGINS = Plugins.onClassPath();
  private static final Duration LONG = Duration.ofMinutes(2);

  private static MakePreview with(PreviewLimits limits) {
    return new MakePreview(new DecodePicture(PLUGINS), new EncodePicture(PLUGINS), limits);
  }

  @Test
  void a_bomb_of_few_bytes_and_many_pixels_is_refused_by_its_header() {
    byte[] bomb =
        encoded(new BufferedImage(8000, 8000, BufferedImage.TYPE_BYTE_BINARY), ImageFormat.PNG);
    assertThat(bomb.length).isLessThan(20_000);

    refused(
        with(new PreviewLimits(32 << 20, 40_000_000, LONG)),
        bomb,
        "The picture has more than 40000000 pixels.");
  }

  @Test
  void a_line_of_a_hundred_thousand_pixels_is_refused_by_its_header() {
    byte[] line =
        encoded(new BufferedImage(100_000, 1, BufferedImage.TYPE_BYTE_BINARY), ImageFormat.PNG);

    refused(with(PreviewLimits.DEFAULT), line, "The picture is longer than 16384 pixels.");
  }

  @Test
  void too_many_bytes_are_refused() {
    refused(
        with(new PreviewLimits(100, 40_000_000, LONG)),
        encoded(quarters(200, 200), ImageFormat.PNG),
        "The picture has more than 100 bytes.");
  }

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void a_picture_that_takes_too_long_is_given_up(ImageFormat format) {
    refused(
        with(new PreviewLimits(32 << 20, 40_000_000, Duration.ZERO)),
        encoded(quarters(1000, 1000), format),
        "The picture takes too long to decode.");
  }

  @Test
  void damaged_content_behind_a_good_header_is_refused_or_shown_as_far_as_it_goes() {
    MakePreview make = with(new PreviewLimits(32 << 20, 40_000_000, LONG));
    Random random = new Random(4711);
    int refused = 0;
    int shown = 0;
    for (ImageFormat format : ImageFormat.values()) {
      byte[] good = encoded(quarters(300, 200), format);
      for (int i = 0; i < 150; i++) {
        try {
          make.of(damaged(good, random));
          shown++;
        } catch (UnreadableImage e) {
          refused++;
        }
      }
    }
    assertThat(refused).isPositive();
    assertThat(shown).isPositive();
    assertThat(make.of(encoded(quarters(300, 200), ImageFormat.JPEG)).width()).isEqualTo(300);
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] damaged = good.clone();
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    }
    return damaged;
  }

  private static void refused(MakePreview make, byte[] content, String sentence) {
    assertThatThrownBy(() -> make.of(content))
        .isInstanceOf(UnreadableImage.class)
        .hasMessage(sentence);
  }
}
