package chat.letstalk.page.preview;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.page.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds wherever previews are kept. */
public abstract class PreviewCacheSuite {

  private static final String URL = "https://example.com/";

  /** A cache that is empty at the beginning of each test. */
  protected abstract PreviewCache cache();

  /** Lets so much time pass for the cache. */
  protected abstract void pass(Duration time);

  @Test
  void what_was_never_kept_is_not_found() {
    assertThat(cache().find(URL)).isEmpty();
  }

  @Test
  void a_preview_is_found_as_it_was_kept() {
    PagePreview preview = new PagePreview(Outcome.FOUND, "Tom & „Jerry“ 😀", "https://x.example/y");
    cache().keep(URL, preview, Duration.ofMinutes(1));
    assertThat(cache().find(URL)).contains(preview);
    assertThat(cache().find(URL + "other")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void so_is_that_there_is_none(Outcome outcome) {
    cache().keep(URL, PagePreview.none(outcome), Duration.ofMinutes(1));
    assertThat(cache().find(URL)).contains(PagePreview.none(outcome));
  }

  @Test
  void each_has_its_own_time() {
    PagePreview none = PagePreview.none(Outcome.TOO_SLOW);
    cache().keep("short", none, Duration.ofSeconds(1));
    cache().keep("long", none, Duration.ofHours(1));
    pass(Duration.ofSeconds(2));
    assertThat(cache().find("short")).isEmpty();
    assertThat(cache().find("long")).contains(none);
  }

  @Test
  void the_last_one_counts_with_its_time() {
    PagePreview found = new PagePreview(Outcome.FOUND, "There", null);
    cache().keep(URL, PagePreview.none(Outcome.TOO_SLOW), Duration.ofSeconds(1));
    cache().keep(URL, found, Duration.ofHours(1));
    pass(Duration.ofSeconds(2));
    assertThat(cache().find(URL)).contains(found);
  }
}
