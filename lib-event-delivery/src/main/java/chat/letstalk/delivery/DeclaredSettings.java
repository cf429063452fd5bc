package chat.letstalk.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * What a configuration source can know of the other sources while the configuration is still being
 * put together: system properties, environment variables, and the defaults of the application's own
 * jars, in the order that MicroProfile Config 3.1 gives them.
 */
final class DeclaredSettings {

  private static final String DEFAULTS = "META-INF/microprofile-config.properties";

  private static final List<String> CHOICES =
      List.of(
          "letstalk.store",
          ChannelsConfigSource.BROKER,
          "letstalk.cache",
          "letstalk.files",
          "letstalk.image-processing",
          "letstalk.link-preview");

  private final Function<String, String> systemProperties;
  private final Map<String, String> environment;
  private final Properties defaults;

  DeclaredSettings(
      Function<String, String> systemProperties,
      Map<String, String> environment,
      Properties defaults) {
    this.systemProperties = systemProperties;
    this.environment = environment;
    this.defaults = defaults;
  }

  static DeclaredSettings ofThisApplication() {
    Properties defaults = new Properties();
    try {
      for (URL url :
          Collections.list(Thread.currentThread().getContextClassLoader().getResources(DEFAULTS))) {
        try (InputStream in = url.openStream()) {
          defaults.load(in);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + DEFAULTS, e);
    }
    return new DeclaredSettings(System::getProperty, System.getenv(), defaults);
  }

  /** The choices that concern this application: those that one of its jars has a default for. */
  List<String> choices() {
    return CHOICES.stream().filter(defaults::containsKey).toList();
  }

  Optional<String> get(String name) {
    String value = systemProperties.apply(name);
    if (value == null) {
      value = environment.get(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
    }
    return Optional.ofNullable(value == null ? defaults.getProperty(name) : value)
        .map(String::strip)
        .filter(set -> !set.isEmpty());
  }
}
