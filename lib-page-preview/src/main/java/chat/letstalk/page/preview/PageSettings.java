package chat.letstalk.page.preview;

import chat.letstalk.page.fetch.FetchSettings;
import chat.letstalk.page.fetch.PortRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How this process looks at pages, as the keys {@code letstalk.link-preview.*} say. Immutable.
 *
 * @param deadline the longest that a preview takes
 * @param fetch what may be fetched, and how
 */
public record PageSettings(Duration deadline, FetchSettings fetch) {

  private static final String PREFIX = "letstalk.link-preview.";
  private static final String DEFAULTS = "/META-INF/microprofile-config.properties";

  /**
   * Reads the settings.
   *
   * @param values gives the value of a key, never null
   * @throws IllegalArgumentException names the key whose value is of no use
   */
  public static PageSettings read(Function<String, String> values) {
    Values all = new Values(values);
    return new PageSettings(
        all.get("deadline", Duration::parse),
        new FetchSettings(
            all.get("user-agent", Function.identity()),
            all.get("robots", Boolean::valueOf),
            all.get("hosts.allowed", PageSettings::hosts),
            all.get("hosts.denied", PageSettings::hosts),
            all.get("ports", ports -> list(ports).stream().map(PortRange::of).toList()),
            all.get("max-redirects", Integer::valueOf),
            all.get("max-bytes", Integer::valueOf),
            all.get("concurrency", Integer::valueOf),
            all.get("allow-private", Boolean::valueOf)));
  }

  /**
   * Reads the settings where there is no MicroProfile Config: from environment variables of its
   * names ({@code LETSTALK_LINK_PREVIEW_DEADLINE}), and from the same defaults.
   */
  public static PageSettings ofEnvironment() {
    Properties defaults = new Properties();
    try (InputStream in = PageSettings.class.getResourceAsStream(DEFAULTS)) {
      defaults.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + DEFAULTS, e);
    }
    return read(
        key -> {
          String variable = key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
          return System.getenv().getOrDefault(variable, defaults.getProperty(key));
        });
  }

  private static List<String> list(String value) {
    return Stream.of(value.split(",")).map(String::strip).filter(item -> !item.isEmpty()).toList();
  }

  private static List<String> hosts(String value) {
    return list(value.toLowerCase(Locale.ROOT));
  }

  private record Values(Function<String, String> values) {

    <T> T get(String name, Function<String, T> type) {
      String value = values.apply(PREFIX + name).strip();
      try {
        return type.apply(value);
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            "%s%s is %s, which cannot be read".formatted(PREFIX, name, value), e);
      }
    }
  }
}
