package chat.letstalk.images.file;

import static chat.letstalk.images.Parts.chunkOf;
import static chat.letstalk.images.Parts.frame;
import static chat.letstalk.images.Parts.jpegWithExif;
import static chat.letstalk.images.Pictures.encoded;
import static chat.letstalk.images.Pictures.gif;
import static chat.letstalk.images.Pictures.quarters;
import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.images.Parts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImageHeaderTest {

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void a_picture_is_known_by_its_content(ImageFormat format) {
    ImageHeader header = ImageHeader.read(encoded(quarters(60, 40), format));

    assertThat(header).isEqualTo(new ImageHeader(format, 60, 40, Orientation.AS_IT_IS, 1));
  }

  @ParameterizedTest
  @CsvSource({"JPEG,1", "PNG,2", "GIF,3", "WEBP,4"})
  void formats_have_the_numbers_that_the_wire_knows(ImageFormat format, int number) {
    assertThat(format.number()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "1,60,40", "2,60,40", "3,60,40", "4,60,40", "5,40,60", "6,40,60", "7,40,60", "8,40,60"
  })
  void the_size_as_seen_follows_the_orientation(int exif, int width, int height) {
    byte[] jpeg = jpegWithExif(encoded(quarters(60, 40), ImageFormat.JPEG), exif);

    ImageHeader header = ImageHeader.read(jpeg);

    assertThat(header.orientation()).isEqualTo(Orientation.ofExif(exif));
    assertThat(header.shownWidth()).isEqualTo(width);
    assertThat(header.shownHeight()).isEqualTo(height);
  }

  @Test
  void png_and_webp_have_orientations_too() {
    byte[] png = Parts.pngWith(encoded(quarters(60, 40), ImageFormat.PNG), "eXIf", Parts.exif(6));
    byte[] webp =
        Parts.webp(
            60,
            40,
            0x08,
            chunkOf(encoded(quarters(60, 40), ImageFormat.WEBP)),
            Parts.chunk("EXIF", Parts.exif(6)));

    assertThat(ImageHeader.read(png).orientation()).isEqualTo(Orientation.TURNED_RIGHT);
    assertThat(ImageHeader.read(webp).orientation()).isEqualTo(Orientation.TURNED_RIGHT);
  }

  @Test
  void damaged_exif_data_is_no_reason_to_refuse_a_picture() {
    byte[] jpeg = encoded(quarters(60, 40), ImageFormat.JPEG);
    byte[] endless = {'E', 'x', 'i', 'f', 0, 0, 'I', 'I', '*', 0, -1, -1, -1, 127, 1};

    assertThat(ImageHeader.read(Parts.jpegWith(jpeg, 0xe1, endless)).orientation())
        .isEqualTo(Orientation.AS_IT_IS);
  }

  @Test
  void animations_tell_the_number_of_their_pictures() {
    byte[] still = chunkOf(encoded(quarters(60, 40), ImageFormat.WEBP));
    byte[] webp = Parts.webp(60, 40, 0x02, frame(0, 0, 60, 40, still), frame(0, 0, 60, 40, still));

    assertThat(ImageHeader.read(webp).frames()).isEqualTo(2);
    assertThat(ImageHeader.read(gif(quarters(60, 40), quarters(60, 40), quarters(60, 40))).frames())
        .isEqualTo(3);
  }
}
