package chat.letstalk.bench.picture;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.images.file.ImageFile;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.file.ImageHeader;
import org.junit.jupiter.api.Test;

class PhotoTest {

  @Test
  void a_jpeg_is_to_be_turned_as_those_of_cameras() {
    ImageHeader header = ImageFile.read(Photo.jpeg(400, 300)).header();
    assertThat(header.format()).isEqualTo(ImageFormat.JPEG);
    assertThat(header.width()).isEqualTo(400);
    assertThat(header.shownWidth()).isEqualTo(300);
  }

  @Test
  void a_webp_is_one() {
    ImageHeader header = ImageFile.read(Photo.webp(400, 300)).header();
    assertThat(header.format()).isEqualTo(ImageFormat.WEBP);
    assertThat(header.width()).isEqualTo(400);
  }

  @Test
  void codecs_have_something_to_do() {
    assertThat(Photo.jpeg(400, 300)).hasSizeGreaterThan(400 * 300 / 10);
  }

  @Test
  void a_picture_of_so_many_bytes_has_nearly_as_many() {
    int bytes = 100 << 10;
    assertThat(Photo.jpegOfBytes(bytes).length).isBetween(bytes * 9 / 10, bytes * 11 / 10);
  }

  @Test
  void one_of_5_mib_has_no_more_pixels_than_may_be_uploaded() {
    byte[] jpeg = Photo.jpegOfBytes(5 << 20);
    assertThat(jpeg.length).isBetween(9 << 19, 11 << 19);
    assertThat(ImageFile.read(jpeg).header().width()).isLessThanOrEqualTo(4000);
  }
}
