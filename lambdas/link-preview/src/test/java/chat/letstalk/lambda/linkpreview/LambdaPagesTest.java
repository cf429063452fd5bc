package chat.letstalk.lambda.linkpreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.page.Outcome;
import chat.letstalk.page.preview.Pages;
import chat.letstalk.page.preview.PagesSuite;
import chat.letstalk.page.preview.PagesUnavailable;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that the packaged function looks at: the same promises. */
class LambdaPagesTest extends PagesSuite {

  @TempDir static Path data;
  private static DeployedFunctions functions;
  private static Pages pages;
  private static Pages impatientPages;
  private static Pages strictPages;

  @BeforeAll
  static void deploy() {
    functions =
        new DeployedFunctions(data)
            .deploy("patient", PATIENT, true)
            .deploy("impatient", IMPATIENT, true)
            .deploy("strict", PATIENT, false);
    pages = functions.pages("patient");
    impatientPages = functions.pages("impatient");
    strictPages = functions.pages("strict");
  }

  @AfterAll
  static void end() {
    pages.close();
    impatientPages.close();
    strictPages.close();
    functions.close();
  }

  @Override
  protected Pages pages() {
    return pages;
  }

  @Override
  protected Pages impatientPages() {
    return impatientPages;
  }

  @Override
  protected Pages strictPages() {
    return strictPages;
  }

  @Test
  void a_function_that_is_not_there_can_be_asked_later() {
    try (Pages nowhere = functions.pages("nowhere")) {
      assertThatThrownBy(() -> nowhere.preview("https://example.com/"))
          .isInstanceOf(PagesUnavailable.class)
          .hasMessageContaining("nowhere")
          .hasMessageContaining("letstalk.link-preview.lambda.");
    }
  }

  @Test
  void a_request_without_a_url_is_none() {
    LinkPreviewHandler handler = new LinkPreviewHandler();

    assertThatIllegalArgumentException().isThrownBy(() -> handler.handleRequest(Map.of(), null));
    assertThatIllegalArgumentException().isThrownBy(() -> handler.handleRequest(null, null));
    assertThat(handler.handleRequest(Map.of("url", "ftp://example.com/"), null))
        .containsExactly(Map.entry("outcome", Outcome.UNSUPPORTED_URL.toString()));
  }
}
