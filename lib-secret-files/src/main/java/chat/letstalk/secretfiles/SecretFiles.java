package chat.letstalk.secretfiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives a key {@code letstalk.…} the content of the file that {@code <key>-file} names: the way of
 * mounted secrets. The key itself, where an operator has set it, wins. Files are read whenever
 * their key is, which services do at their start. Thread-safe.
 */
public class SecretFiles implements ConfigSource {

  private static final String OURS = "letstalk.";
  private static final String FILE = "-file";

  private final Function<String, Optional<String>> settings;

  /** Called by the configuration itself, while it is still being put together. */
  public SecretFiles() {
    this(ofThisApplication());
  }

  /**
   * For who needs a secret before the configuration is complete.
   *
   * @param settings the value of a key from whatever source
   */
  public SecretFiles(Function<String, Optional<String>> settings) {
    this.settings = settings;
  }

  /** Keys may be read by threads that belong to no application. */
  private static Function<String, Optional<String>> ofThisApplication() {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    return key -> ConfigProvider.getConfig(application).getOptionalValue(key, String.class);
  }

  /**
   * The content of the key's file.
   *
   * @return null where there is to be none
   * @throws IllegalStateException when there is to be a file and it cannot be read; names the key
   *     and what to do
   */
  @Override
  public String getValue(String key) {
    if (!key.startsWith(OURS) || key.endsWith(FILE)) {
      return null;
    }
    return settings.apply(key + FILE).map(file -> contentOf(key + FILE, file)).orElse(null);
  }

  private static String contentOf(String key, String file) {
    try {
      return Files.readString(Path.of(file.strip())).strip();
    } catch (IOException e) {
      throw new IllegalStateException(
          "%s is \"%s\", which cannot be read (%s): name a file with nothing but the value in it"
              .formatted(key, file, e),
          e);
    }
  }

  /** None: what lists the configuration is not to find secrets. */
  @Override
  public Set<String> getPropertyNames() {
    return Set.of();
  }

  @Override
  public String getName() {
    return "secret files";
  }

  /** Above all defaults (100 and 110), below what an operator sets (300 and more). */
  @Override
  public int getOrdinal() {
    return 200;
  }
}
