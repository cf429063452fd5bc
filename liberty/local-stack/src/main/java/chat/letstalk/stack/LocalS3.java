package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * An S3 with one bucket (S3Proxy over a folder, loopback only) in a process of its own; its data is
 * kept. It checks signatures as Amazon does, and knows neither tags nor lifecycles.
 */
public final class LocalS3 implements AutoCloseable {

  /** The bucket that is there from the start. */
  public static final String BUCKET = "letstalk";

  /** The region that clients have to name; the server does not care which. */
  public static final String REGION = "us-east-1";

  static final String PART = "s3";

  static final String ACCESS_KEY = "letstalk-local";

  private static final String SETTINGS =
      """
      s3proxy.endpoint=http://127.0.0.1:%d
      s3proxy.authorization=aws-v2-or-v4
      s3proxy.identity=%s
      s3proxy.credential=%s
      jclouds.provider=filesystem-nio2
      jclouds.filesystem.basedir=%s
      """;

  private static final String LOGGING =
      """
      <configuration>
        <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%d{ISO8601} %level %logger{0} %msg%n</pattern></encoder>
        </appender>
        <root level="INFO"><appender-ref ref="out"/></root>
      </configuration>
      """;

  private final StackProcess process;
  private final URI endpoint;
  private final String secretKey;

  private LocalS3(StackProcess process, URI endpoint, String secretKey) {
    this.process = process;
    this.endpoint = endpoint;
    this.secretKey = secretKey;
  }

  /** Starts an S3 with its data in a folder, and waits until it serves. */
  public static LocalS3 start(Path data) {
    return start(data, FreePorts.one());
  }

  /** Starts an S3 on a fixed port with its data in a folder, and waits until it serves. */
  public static LocalS3 start(Path data, int port) {
    Path home = data.toAbsolutePath().resolve(PART);
    Path settings = home.resolve("s3proxy.conf");
    Path logging = home.resolve("logback.xml");
    Path buckets = home.resolve("buckets");
    String secretKey = secretKeyIn(data);
    try {
      Path bucket = Files.createDirectories(buckets.resolve(BUCKET));
      // S3Proxy takes a folder that others may read for a bucket that everybody may read.
      Files.setPosixFilePermissions(bucket, PosixFilePermissions.fromString("rwx------"));
      Files.writeString(settings, SETTINGS.formatted(port, ACCESS_KEY, secretKey, buckets));
      Files.writeString(logging, LOGGING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StackProcess process =
        StackProcess.start(
            PART,
            data,
            Map.of(),
            List.of(
                Jvm.java(),
                "-Xmx192m",
                "-Xshare:auto",
                "-Dlogback.configurationFile=" + logging,
                "-cp",
                Checkout.find().s3Engine() + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString()));
    process.awaitReady(Readiness.listening(port), Engine.DEADLINE);
    return new LocalS3(process, URI.create("http://127.0.0.1:" + port), secretKey);
  }

  /** What requests are signed with: made once for a data folder. */
  static String secretKeyIn(Path data) {
    return Secrets.in(data).of(PART);
  }

  /** Where it listens; buckets are in the path. */
  public URI endpoint() {
    return endpoint;
  }

  /** Whose requests it takes. */
  public String accessKey() {
    return ACCESS_KEY;
  }

  /** What they sign with. */
  public String secretKey() {
    return secretKey;
  }

  /** The process that is the S3. */
  public StackProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
