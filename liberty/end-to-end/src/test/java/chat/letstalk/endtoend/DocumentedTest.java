package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.contracts.channel.Channels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An operator finds every key, metric and channel in the book. */
class DocumentedTest {

  private static final Path HOUSE =
      Path.of(System.getProperty("maven.multiModuleProjectDirectory", "../.."));
  private static final Pattern KEY = Pattern.compile("(?<![.\\w/])letstalk(?:\\.[a-z][a-z0-9-]*)+");
  private static final Pattern METRIC = Pattern.compile("letstalk_[a-z_]+");

  @Test
  void every_configuration_key_is_documented() {
    Set<String> keys = new TreeSet<>();
    files(p -> p.endsWith("microprofile-config.properties"))
        .forEach(file -> keys.addAll(found(KEY, textOf(file), 0)));
    files(p -> p.getFileName().toString().endsWith(".xml") && p.toString().contains("liberty/"))
        .filter(p -> !p.endsWith("pom.xml"))
        .forEach(file -> keys.addAll(found(KEY, textOf(file), 0)));
    assertThat(keys).isNotEmpty();
    assertThat(undocumented(keys, "src-docs/operator/configuration.md"))
        .as("configuration keys that src-docs/operator/configuration.md does not name")
        .isEmpty();
  }

  @Test
  void every_metric_is_documented() {
    Set<String> metrics = new TreeSet<>();
    Rest rest = new Rest(Stack.allInOne().rest(), null);
    String page = rest.send(rest.request("/metrics").setHeader("Accept", "text/plain")).ok().body();
    metrics.addAll(found(METRIC, page.replaceAll("(?m)^[^#].*$", ""), 0));
    assertThat(metrics).isNotEmpty();
    assertThat(undocumented(metrics, "src-docs/operator/metrics.md"))
        .as("metrics that src-docs/operator/metrics.md does not name")
        .isEmpty();
  }

  @Test
  void every_channel_is_documented() throws IllegalAccessException {
    Set<String> channels = new TreeSet<>();
    for (Field field : Channels.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        String channel = (String) field.get(null);
        channels.add(channel);
        channels.add(Channels.deadLettersOf(channel));
      }
    }
    assertThat(undocumented(channels, "src-docs/operator/channels.md"))
        .as("channels that src-docs/operator/channels.md does not name")
        .isEmpty();
  }

  private static Set<String> undocumented(Set<String> names, String document) {
    Path path = HOUSE.resolve(document);
    String text = Files.exists(path) ? textOf(path) : "";
    Set<String> missing = new TreeSet<>(names);
    missing.removeIf(name -> text.contains("`" + name + "`"));
    return missing;
  }

  private static Set<String> found(Pattern pattern, String text, int group) {
    Set<String> names = new TreeSet<>();
    var match = pattern.matcher(text);
    while (match.find()) {
      names.add(match.group(group));
    }
    return names;
  }

  private static Stream<Path> files(Predicate<Path> wanted) {
    try (var walk = Files.walk(HOUSE)) {
      return walk
          .filter(p -> p.toString().contains("/src/main/") || p.toString().contains("liberty/"))
          .filter(p -> !p.toString().contains("/target/") && !p.toString().contains("/.letstalk/"))
          .filter(Files::isRegularFile)
          .filter(wanted)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
