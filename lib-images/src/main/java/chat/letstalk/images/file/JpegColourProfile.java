package chat.letstalk.images.file;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts together the ICC profile of a JPEG, which comes in numbered pieces (ICC.1, annex B.4). */
final class JpegColourProfile {

  private static final int NUMBER = JpegPart.ICC.length();
  private static final int CONTENT = NUMBER + 2;

  private JpegColourProfile() {}

  static Optional<byte[]> of(List<JpegPart> parts) {
    List<Bytes> pieces =
        parts.stream()
            .filter(part -> part.isIccProfile() && part.payload().size() > CONTENT)
            .map(JpegPart::payload)
            .sorted(Comparator.comparingInt(payload -> payload.u8(NUMBER)))
            .toList();
    if (pieces.isEmpty() || pieces.size() != pieces.get(0).u8(NUMBER + 1L)) {
      return Optional.empty();
    }
    ByteArrayOutputStream profile = new ByteArrayOutputStream();
    pieces.forEach(piece -> piece.from(CONTENT).writeTo(profile));
    return Optional.of(profile.toByteArray());
  }
}
