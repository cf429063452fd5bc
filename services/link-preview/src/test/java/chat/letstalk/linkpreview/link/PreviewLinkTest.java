package chat.letstalk.linkpreview.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.contracts.event.LinkPreviewReady;
import chat.letstalk.contracts.event.LinkPreviewRequest;
import chat.letstalk.page.Outcome;
import chat.letstalk.page.preview.PagePreview;
import chat.letstalk.page.preview.PagesUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreviewLinkTest {

  private final List<LinkPreviewReady> put = new ArrayList<>();
  private PagePreview page = new PagePreview(Outcome.FOUND, "Title", "https://x.example/cat.png");
  private final PreviewLink previewLink = new PreviewLink(url -> page, put::add);

  private static LinkPreviewRequest request() {
    return new LinkPreviewRequest(
        UUID.randomUUID().toString(), "message", "chat", "https://x.example/");
  }

  @Test
  void what_the_page_shows_goes_out_with_the_message_it_belongs_to() {
    previewLink.preview(request());

    assertThat(put)
        .singleElement()
        .usingRecursiveComparison()
        .ignoringFields("eventId")
        .isEqualTo(
            new LinkPreviewReady(
                null,
                "message",
                "chat",
                "https://x.example/",
                "Title",
                "https://x.example/cat.png"));
  }

  @Test
  void a_repeated_request_has_a_result_of_the_same_id() {
    LinkPreviewRequest request = request();

    previewLink.preview(request);
    previewLink.preview(request);
    previewLink.preview(request());

    assertThat(put).extracting(ready -> UUID.fromString(ready.eventId())).hasSize(3);
    assertThat(put.get(0).eventId()).isEqualTo(put.get(1).eventId());
    assertThat(put.get(0).eventId()).isNotEqualTo(put.get(2).eventId());
    assertThat(put.get(0).eventId()).isNotEqualTo(request.eventId());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOUND")
  void a_page_that_shows_nothing_leaves_the_message_as_it_is(Outcome outcome) {
    page = new PagePreview(outcome, null, null);

    previewLink.preview(request());

    assertThat(put).isEmpty();
  }

  @Test
  void when_nobody_can_look_or_nobody_takes_the_result_the_request_is_not_done() {
    PreviewLink nobodyLooks =
        new PreviewLink(
            url -> {
              throw new PagesUnavailable("away", null);
            },
            put::add);
    PreviewLink nobodyTakes =
        new PreviewLink(
            url -> page,
            ready -> {
              throw new IllegalStateException("away");
            });

    assertThatThrownBy(() -> nobodyLooks.preview(request())).isInstanceOf(PagesUnavailable.class);
    assertThatThrownBy(() -> nobodyTakes.preview(request()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_request_without_its_members_is_none() {
    for (LinkPreviewRequest request :
        List.of(
            new LinkPreviewRequest(null, "message", "chat", "https://x.example/"),
            new LinkPreviewRequest("event", " ", "chat", "https://x.example/"),
            new LinkPreviewRequest("event", "message", "", "https://x.example/"),
            new LinkPreviewRequest("event", "message", "chat", null))) {
      assertThatIllegalArgumentException().isThrownBy(() -> previewLink.preview(request));
    }
    assertThat(put).isEmpty();
  }
}
