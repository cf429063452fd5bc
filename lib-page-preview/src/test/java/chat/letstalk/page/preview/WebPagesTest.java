package chat.letstalk.page.preview;

import chat.letstalk.page.site.FetchSettingsForTests;
import org.junit.jupiter.api.AfterEach;

/** Pages that this process looks at itself. */
class WebPagesTest extends PagesSuite {

  private final WebPages pages = new WebPages(FetchSettingsForTests.open(), PATIENT);
  private final WebPages impatientPages = new WebPages(FetchSettingsForTests.open(), IMPATIENT);
  private final WebPages strictPages = new WebPages(FetchSettingsForTests.strict(), PATIENT);

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

  @AfterEach
  void close() {
    pages.close();
    impatientPages.close();
    strictPages.close();
  }
}
