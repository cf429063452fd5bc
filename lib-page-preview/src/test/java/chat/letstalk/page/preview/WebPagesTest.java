package chat.letstalk.page.preview;

import chat.letstalk.page.site.FetchSettingsForTests;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** Pages that this process looks at itself. */
class WebPagesTest extends PagesSuite {

  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private final WebPages pages = new WebPages(FetchSettingsForTests.open(), DEADLINE);
  private final WebPages strictPages = new WebPages(FetchSettingsForTests.strict(), DEADLINE);

  @Override
  protected Pages pages() {
    return pages;
  }

  @Override
  protected Pages strictPages() {
    return strictPages;
  }

  @AfterEach
  void close() {
    pages.close();
    strictPages.close();
  }
}
