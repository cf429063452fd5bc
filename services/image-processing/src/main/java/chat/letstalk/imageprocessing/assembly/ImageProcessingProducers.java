package chat.letstalk.imageprocessing.assembly;

import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.delivery.EventOutlet;
import chat.letstalk.delivery.Lanes;
import chat.letstalk.filestorage.client.ImagesClient;
import chat.letstalk.imageprocessing.lambda.LambdaPreviews;
import chat.letstalk.imageprocessing.picture.PictureMeter;
import chat.letstalk.imageprocessing.picture.PreviewOutlet;
import chat.letstalk.imageprocessing.picture.PreviewPicture;
import chat.letstalk.imageprocessing.storage.FileStoragePictures;
import chat.letstalk.images.preview.LocalPreviews;
import chat.letstalk.images.preview.MakePreview;
import chat.letstalk.images.preview.PreviewLimits;
import chat.letstalk.images.preview.Previews;
import chat.letstalk.lambda.invocation.LambdaSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** The service, made of its configuration. */
@Dependent
public class ImageProcessingProducers {

  private static final String KEY = "letstalk.image-processing";
  private static final String LAMBDA = KEY + ".lambda.";

  private final Config config;

  @Inject
  ImageProcessingProducers(Config config) {
    this.config = config;
  }

  /**
   * Chooses by {@value #KEY}: the only place that does.
   *
   * @param images made only when it is needed: its keys are not set where a function does the work
   */
  @Produces
  @Singleton
  Previews previews(Instance<ImagesClient> images) {
    String chosen = config.getValue(KEY, String.class);
    return switch (chosen) {
      case "local" -> localPreviews(images.get());
      case "lambda" -> new LambdaPreviews(lambdaSettings().remoteFunction());
      default ->
          throw new IllegalArgumentException(
              "%s is %s; it can be local or lambda".formatted(KEY, chosen));
    };
  }

  void close(@Disposes Previews previews) {
    previews.close();
  }

  Previews localPreviews(ImagesClient images) {
    PreviewLimits limits =
        new PreviewLimits(
            config.getValue(KEY + ".max-bytes", Integer.class),
            config.getValue(KEY + ".max-pixels", Long.class),
            config.getValue(KEY + ".within", Duration.class));
    return new LocalPreviews(new FileStoragePictures(images), MakePreview.within(limits), limits);
  }

  private LambdaSettings lambdaSettings() {
    return LambdaSettings.read(
        LAMBDA, concurrency(), key -> config.getOptionalValue(key, String.class));
  }

  @Produces
  @Singleton
  PreviewPicture previewPicture(Previews previews, EventOutlet events, PictureMeter meter) {
    PreviewOutlet outlet =
        preview -> events.put(Channels.IMAGE_PREVIEWS, preview.chatId(), preview);
    return new PreviewPicture(previews, outlet, meter);
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
