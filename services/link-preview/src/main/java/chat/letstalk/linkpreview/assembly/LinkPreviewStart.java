package chat.letstalk.linkpreview.assembly;

import chat.letstalk.page.preview.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has everything made with the application: what is wrong with the configuration, or dangerous, is
 * said at the start, not at the first link.
 */
@ApplicationScoped
public class LinkPreviewStart {

  private static final Logger LOG = Logger.getLogger(LinkPreviewStart.class.getName());

  void startWith(
      @Observes @Initialized(ApplicationScoped.class) Object application,
      Pages pages,
      @ConfigProperty(name = "letstalk.link-preview") String chosen) {
    LOG.log(Level.INFO, "Pages are looked at: {0}", chosen);
  }
}
