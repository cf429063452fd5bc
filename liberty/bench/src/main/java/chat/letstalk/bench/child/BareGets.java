package chat.letstalk.bench.child;

import chat.letstalk.bench.load.Timing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The floor of link previews: the JDK's own client reads the page, in a JVM of its own. */
public final class BareGets {

  static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseG1GC");

  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private BareGets() {}

  /** Such a program. */
  public static ChildProgram of(URI page, int threads, Timing timing) {
    return ChildProgram.java(BareGets.class, OPTIONS, Map.of(), page.toString(), threads, timing);
  }

  /** Its arguments: the page, and those of {@link JobLoop}. */
  public static void main(String[] words) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(DEADLINE)
            .build();
    HttpRequest request = HttpRequest.newBuilder(URI.create(words[0])).timeout(DEADLINE).build();
    JobReport report = JobLoop.of(words[1], words[2], words[3]).run(() -> get(client, request));
    System.out.println(report.toLine());
    System.exit(0);
  }

  private static void get(HttpClient client, HttpRequest request) {
    try {
      HttpResponse<byte[]> page = client.send(request, BodyHandlers.ofByteArray());
      if (page.statusCode() != 200) {
        throw new IllegalStateException("The page was answered with " + page.statusCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted.", e);
    }
  }
}
