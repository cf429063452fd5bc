package chat.letstalk.secretfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the configuration of an application, found by it as everywhere. */
class SecretFilesTest {

  private static final String KEY = "letstalk.smtp.password";

  @TempDir Path folder;

  private SmallRyeConfig config;

  @AfterEach
  void close() {
    ConfigProviderResolver.instance().releaseConfig(config);
  }

  private void operatorSets(Map<String, String> settings) {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    config =
        new SmallRyeConfigBuilder()
            .forClassLoader(application)
            .addDiscoveredSources()
            .withSources(new PropertiesConfigSource(Map.of(KEY, ""), "a default", 110))
            .withSources(new PropertiesConfigSource(settings, "operator", 300))
            .build();
    ConfigProviderResolver.instance().registerConfig(config, application);
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("secret"), content).toString();
  }

  @Test
  void a_value_comes_from_the_file_that_is_named_and_wins_over_a_default() throws IOException {
    operatorSets(Map.of(KEY + "-file", file("s3cret\n")));
    assertThat(config.getValue(KEY, String.class)).isEqualTo("s3cret");
  }

  @Test
  void a_list_is_one_in_a_file_too() throws IOException {
    operatorSets(Map.of("letstalk.x.callers-file", file("one:a,two:b\n")));
    assertThat(config.getValues("letstalk.x.callers", String.class)).contains("one:a", "two:b");
  }

  @Test
  void the_value_itself_wins_over_a_file() throws IOException {
    operatorSets(Map.of(KEY, "said", KEY + "-file", file("s3cret")));
    assertThat(config.getValue(KEY, String.class)).isEqualTo("said");
  }

  @Test
  void without_a_file_there_is_no_value() {
    operatorSets(Map.of());
    assertThat(config.getOptionalValue(KEY, String.class)).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_read_is_named_with_its_key_and_what_to_do() {
    operatorSets(Map.of(KEY + "-file", "/nowhere/secret"));
    assertThatThrownBy(() -> config.getOptionalValue(KEY, String.class))
        .hasMessageContainingAll(
            "letstalk.smtp.password-file is \"/nowhere/secret\"", "name a file with nothing but");
  }

  @Test
  void what_lists_the_configuration_finds_no_secret() throws IOException {
    operatorSets(Map.of("letstalk.other.password-file", file("s3cret")));
    assertThat(config.getPropertyNames()).doesNotContain("letstalk.other.password");
    assertThat(config.getConfigSources())
        .filteredOn(source -> source instanceof SecretFiles)
        .allSatisfy(source -> assertThat(source.getProperties()).isEmpty())
        .isNotEmpty();
  }
}
