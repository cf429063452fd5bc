package chat.letstalk.images.pixels;

import chat.letstalk.images.file.ImageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * The {@code javax.imageio} plugins that serve each format: imageio-ext where it is on the class
 * path, then any other plugin, then what the JDK brings. Thread-safe.
 *
 * <p>The JVM's own registry knows plugins by the thread that asked first, and so mixes those of
 * several applications in one server. Here only the plugins count that this library's class loader
 * sees.
 */
public final class Plugins {

  private static final String PREFERRED = "it.geosolutions.";

  private final List<ImageReaderSpi> readers;
  private final List<ImageWriterSpi> writers;

  private Plugins(List<ImageReaderSpi> readers, List<ImageWriterSpi> writers) {
    this.readers = readers;
    this.writers = writers;
  }

  /** All plugins beside this library on the class path, and those of the JDK. */
  public static Plugins onClassPath() {
    return new Plugins(found(ImageReaderSpi.class), found(ImageWriterSpi.class));
  }

  private static <T extends ImageReaderWriterSpi> List<T> found(Class<T> kind) {
    IIORegistry registry = IIORegistry.getDefaultInstance();
    List<T> preferred = new ArrayList<>();
    List<T> others = new ArrayList<>();
    for (T plugin : ServiceLoader.load(kind, Plugins.class.getClassLoader())) {
      // Some plugins build on others, and look for them in the registry when they enter it.
      registry.registerServiceProvider(plugin, kind);
      (plugin.getClass().getName().startsWith(PREFERRED) ? preferred : others).add(plugin);
    }
    preferred.addAll(others);
    for (Iterator<T> all = registry.getServiceProviders(kind, true); all.hasNext(); ) {
      T plugin = all.next();
      if (plugin.getClass().getModule().isNamed()) { // the JDK's own
        preferred.add(plugin);
      }
    }
    return List.copyOf(preferred);
  }

  /**
   * A reader of its own for each call; to be disposed of.
   *
   * @throws IllegalStateException when there is no plugin for the format
   */
  ImageReader reader(ImageFormat format) {
    try {
      return plugin(readers, format).createReaderInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a reader for " + format, e);
    }
  }

  /**
   * A writer of its own for each call; to be disposed of.
   *
   * @throws IllegalStateException when there is no plugin for the format
   */
  ImageWriter writer(ImageFormat format) {
    try {
      return plugin(writers, format).createWriterInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a writer for " + format, e);
    }
  }

  private static <T extends ImageReaderWriterSpi> T plugin(List<T> plugins, ImageFormat format) {
    return plugins.stream()
        .filter(plugin -> serves(plugin, format))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No javax.imageio plugin for %s is on the class path; add webp-imageio and imageio-jpeg"
                        .formatted(format)));
  }

  private static boolean serves(ImageReaderWriterSpi plugin, ImageFormat format) {
    for (String name : plugin.getFormatNames()) {
      if (name.toUpperCase(Locale.ROOT).equals(format.name())) {
        return true;
      }
    }
    return false;
  }
}
