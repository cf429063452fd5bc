package chat.letstalk.imageprocessing.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.contracts.event.ImagePreviewReady;
import chat.letstalk.contracts.event.ImagePreviewRequest;
import chat.letstalk.images.preview.PreviewResult;
import chat.letstalk.images.preview.PreviewResult.Outcome;
import chat.letstalk.images.preview.PreviewsUnavailable;
import chat.letstalk.images.preview.StoredPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PreviewPictureTest {

  private static final StoredPreview STORED = new StoredPreview("preview", 512, 384, 1);

  private final List<ImagePreviewReady> put = new ArrayList<>();
  private final List<Outcome> counted = new ArrayList<>();
  private PreviewResult result = PreviewResult.stored(STORED);
  private final PreviewPicture previewPicture =
      new PreviewPicture(id -> result, put::add, (outcome, took) -> counted.add(outcome));

  private static ImagePreviewRequest request() {
    return new ImagePreviewRequest(UUID.randomUUID().toString(), "message", "chat", "image", 1);
  }

  @Test
  void the_stored_preview_goes_out_with_the_message_it_belongs_to() {
    previewPicture.preview(request());

    assertThat(put)
        .singleElement()
        .usingRecursiveComparison()
        .ignoringFields("eventId")
        .isEqualTo(new ImagePreviewReady(null, "message", "chat", "image", "preview", 512, 384, 1));
    assertThat(counted).containsExactly(Outcome.STORED);
  }

  @Test
  void a_repeated_request_has_a_result_of_the_same_id() {
    ImagePreviewRequest request = request();

    previewPicture.preview(request);
    previewPicture.preview(request);
    previewPicture.preview(request());

    assertThat(put).extracting(ready -> UUID.fromString(ready.eventId())).hasSize(3);
    assertThat(put.get(0).eventId()).isEqualTo(put.get(1).eventId());
    assertThat(put.get(0).eventId()).isNotEqualTo(put.get(2).eventId());
    assertThat(put.get(0).eventId()).isNotEqualTo(request.eventId());
  }

  @Test
  void a_picture_that_is_gone_or_cannot_be_read_leaves_the_message_as_it_is() {
    result = PreviewResult.gone();
    previewPicture.preview(request());
    result = PreviewResult.unreadable("The picture is cut off or damaged.");
    previewPicture.preview(request());

    assertThat(put).isEmpty();
    assertThat(counted).containsExactly(Outcome.GONE, Outcome.UNREADABLE);
  }

  @Test
  void when_nobody_can_make_it_or_nobody_takes_the_result_the_request_is_not_done() {
    PreviewPicture nobodyMakes =
        new PreviewPicture(
            id -> {
              throw new PreviewsUnavailable("away", null);
            },
            put::add,
            (outcome, took) -> counted.add(outcome));
    PreviewPicture nobodyTakes =
        new PreviewPicture(
            id -> result,
            ready -> {
              throw new IllegalStateException("away");
            },
            (outcome, took) -> counted.add(outcome));

    assertThatThrownBy(() -> nobodyMakes.preview(request()))
        .isInstanceOf(PreviewsUnavailable.class);
    assertThatThrownBy(() -> nobodyTakes.preview(request()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_request_without_its_ids_is_none() {
    for (ImagePreviewRequest request :
        List.of(
            new ImagePreviewRequest(null, "message", "chat", "image", 1),
            new ImagePreviewRequest("event", " ", "chat", "image", 1),
            new ImagePreviewRequest("event", "message", "", "image", 1),
            new ImagePreviewRequest("event", "message", "chat", null, 1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> previewPicture.preview(request));
    }
    assertThat(put).isEmpty();
  }
}
