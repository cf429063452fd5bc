package chat.letstalk.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.stack.Checkout;
import chat.letstalk.stack.RunningStack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Which versions of everything a run measured, and with which Java options. */
public final class Versions {

  private static final String UNKNOWN = "unknown";

  private Versions() {}

  /** In words by key. */
  public static Map<String, String> of(RunningStack stack) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("commit", commit(Checkout.find().folder()));
    words.put("liberty", liberty(stack.libertyRuntime()));
    words.put("kafka", kafka());
    words.put("server's java options", javaOptions(stack));
    return words;
  }

  private static String liberty(Path runtime) {
    Path file = runtime.resolve("lib/versions/openliberty.properties");
    try (InputStream in = Files.newInputStream(file)) {
      return property(in, "com.ibm.websphere.productVersion");
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /** Of its clients, which are of the broker's version here. */
  private static String kafka() {
    String file = "/kafka/kafka-version.properties";
    try (InputStream in = KafkaProducer.class.getResourceAsStream(file)) {
      return in == null ? UNKNOWN : property(in, "version");
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  private static String property(InputStream in, String key) throws IOException {
    Properties properties = new Properties();
    properties.load(in);
    return properties.getProperty(key, UNKNOWN);
  }

  private static String javaOptions(RunningStack stack) {
    Path file =
        stack.serverConfiguration().resolve(stack.serverOf("chat-api")).resolve("jvm.options");
    try {
      return String.join(" ", Files.readAllLines(file));
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  private static String commit(Path checkout) {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(checkout.toFile())
              .redirectErrorStream(true)
              .start();
      String answer = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
      return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? answer : UNKNOWN;
    } catch (IOException e) { // a checkout without git
      return UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }
}
