package chat.letstalk.bench.child;

import chat.letstalk.bench.load.Timing;
import chat.letstalk.page.preview.PagePreview;
import chat.letstalk.page.preview.PageSettings;
import chat.letstalk.page.preview.WebPages;
import java.net.URI;
import java.util.Map;

/** Looks at one page with the product's own core, in a JVM of its own; nothing is remembered. */
public final class LinkJobs {

  private LinkJobs() {}

  /** Such a program; its settings are the product's, but the page may be on this machine. */
  public static ChildProgram of(URI page, int threads, Timing timing) {
    Map<String, String> settings =
        Map.of(
            "LETSTALK_LINK_PREVIEW_ALLOW_PRIVATE", "true",
            "LETSTALK_LINK_PREVIEW_PORTS", String.valueOf(page.getPort()),
            "LETSTALK_LINK_PREVIEW_CONCURRENCY", String.valueOf(threads));
    return ChildProgram.java(
        LinkJobs.class, BareGets.OPTIONS, settings, page.toString(), threads, timing);
  }

  /** Its arguments: the page, and those of {@link JobLoop}. */
  public static void main(String[] words) {
    PageSettings settings = PageSettings.ofEnvironment();
    try (WebPages pages = new WebPages(settings.fetch(), settings.deadline())) {
      JobReport report = JobLoop.of(words[1], words[2], words[3]).run(() -> look(pages, words[0]));
      System.out.println(report.toLine());
    }
    System.exit(0);
  }

  private static void look(WebPages pages, String url) {
    PagePreview preview = pages.preview(url);
    if (!preview.isFound()) {
      throw new IllegalStateException("The page shows nothing: " + preview.outcome());
    }
  }
}
