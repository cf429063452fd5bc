package chat.letstalk.imageprocessing.assembly;

import chat.letstalk.images.preview.Previews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has everything made with the application: what is wrong with the configuration is said at the
 * start, not at the first picture.
 */
@ApplicationScoped
public class ImageProcessingStart {

  private static final Logger LOG = Logger.getLogger(ImageProcessingStart.class.getName());

  void startWith(
      @Observes @Initialized(ApplicationScoped.class) Object application,
      Previews previews,
      @ConfigProperty(name = "letstalk.image-processing") String chosen) {
    LOG.log(Level.INFO, "Previews are made: {0}", chosen);
  }
}
