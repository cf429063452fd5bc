package chat.letstalk.images.pixels;

import chat.letstalk.images.file.ImageFormat;
import java.io.IOException;
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
import javax.imageio.stream.ImageInputStream;

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
      // Some plugins build on others, and look for them in the registry when they enter it; and
      // some leave it at once, as the native library that they need is not on this machine.
      registry.registerServiceProvider(plugin, kind);
      if (registry.contains(plugin)) {
        (plugin.getClass().getName().startsWith(PREFERRED) ? preferred : others).add(plugin);
      }
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
   * @param input the picture; its position stays
   * @throws IllegalStateException when there is no plugin for it
   */
  ImageReader reader(ImageFormat format, ImageInputStream input) throws IOException {
    for (ImageReaderSpi plugin : readers) {
      if (serves(plugin, format) && plugin.canDecodeInput(input)) {
        return plugin.createReaderInstance();
      }
    }
    throw missing(format);
  }

  /**
   * A writer of its own for each call; to be disposed of.
   *
   * @throws IllegalStateException when there is no plugin for the format
   */
  ImageWriter writer(ImageFormat format) throws IOException {
    for (ImageWriterSpi plugin : writers) {
      if (serves(plugin, format)) {
        return plugin.createWriterInstance();
      }
    }
    throw missing(format);
  }

  private static IllegalStateException missing(ImageFormat format) {
    return new IllegalStateException(
        "No javax.imageio plugin takes this %s; put webp-imageio and imageio-jpeg on the class path"
            .formatted(format));
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
