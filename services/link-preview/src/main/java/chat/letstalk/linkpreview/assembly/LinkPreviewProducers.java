package chat.letstalk.linkpreview.assembly;

import chat.letstalk.cache.Caches;
import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.delivery.EventOutlet;
import chat.letstalk.delivery.Lanes;
import chat.letstalk.lambda.invocation.LambdaSettings;
import chat.letstalk.linkpreview.cache.CachedPages;
import chat.letstalk.linkpreview.cache.CachedPages.CacheTimes;
import chat.letstalk.linkpreview.lambda.LambdaPages;
import chat.letstalk.linkpreview.link.PreviewLink;
import chat.letstalk.linkpreview.link.PreviewOutlet;
import chat.letstalk.page.preview.PageMeter;
import chat.letstalk.page.preview.PageSettings;
import chat.letstalk.page.preview.Pages;
import chat.letstalk.page.preview.WebPages;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** The service, made of its configuration. */
@Dependent
public class LinkPreviewProducers {

  private static final String KEY = "letstalk.link-preview";
  private static final String CACHE = KEY + ".cache.";

  private final Config config;

  @Inject
  LinkPreviewProducers(Config config) {
    this.config = config;
  }

  /** Chooses by {@value #KEY}: the only place that does. */
  @Produces
  @Singleton
  Pages pages(PageMeter meter, Caches caches) {
    String chosen = config.getValue(KEY, String.class);
    return switch (chosen) {
      case "local" -> localPages(meter, caches);
      case "lambda" -> lambdaPages(meter, caches);
      default ->
          throw new IllegalArgumentException(
              "%s is %s; it can be local or lambda".formatted(KEY, chosen));
    };
  }

  void close(@Disposes Pages pages) {
    pages.close();
  }

  private Pages localPages(PageMeter meter, Caches caches) {
    // An empty list is no value for MicroProfile Config.
    PageSettings settings =
        PageSettings.read(key -> config.getOptionalValue(key, String.class).orElse(""));
    return remembered(
        new WebPages(settings.fetch(), settings.deadline()), settings.deadline(), caches, meter);
  }

  private Pages lambdaPages(PageMeter meter, Caches caches) {
    LambdaSettings settings =
        LambdaSettings.read(
            KEY + ".lambda.", concurrency(), key -> config.getOptionalValue(key, String.class));
    return remembered(
        new LambdaPages(settings.remoteFunction()), settings.answerWithin(), caches, meter);
  }

  /** Who waits for somebody else's look waits a little longer than that can take. */
  private Pages remembered(Pages pages, Duration longestLook, Caches caches, PageMeter meter) {
    CacheTimes times =
        new CacheTimes(
            config.getValue(CACHE + "found", Duration.class),
            config.getValue(CACHE + "nothing", Duration.class),
            longestLook.plusSeconds(1));
    return new CachedPages(pages, caches, times, meter);
  }

  @Produces
  @Singleton
  PreviewLink previewLink(Pages pages, EventOutlet events) {
    PreviewOutlet outlet = preview -> events.put(Channels.LINK_PREVIEWS, preview.chatId(), preview);
    return new PreviewLink(pages, outlet);
  }

  @Produces
  @Singleton
  Lanes lanes() {
    return new Lanes(concurrency());
  }

  private int concurrency() {
    return config.getValue(KEY + ".concurrency", Integer.class);
  }
}
