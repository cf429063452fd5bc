package chat.letstalk.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An SNS and SQS (fauxqs, loopback only) in a process of its own. It keeps everything in memory, so
 * whoever ends it loses its topics, queues and events; and it checks neither signatures nor
 * permissions. It needs Node 20 or newer as {@code node}.
 */
public final class LocalAws implements AutoCloseable {

  /** The region that clients have to name. */
  public static final String REGION = "us-east-1";

  static final String PART = "aws";

  private final StackProcess process;
  private final URI endpoint;

  private LocalAws(StackProcess process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts it on a free port with its log in a folder, and waits until it serves. */
  public static LocalAws start(Path data) {
    return start(data, FreePorts.one());
  }

  /** Starts it on a fixed port with its log in a folder, and waits until it serves. */
  public static LocalAws start(Path data, int port) {
    requireNode();
    Path script = Checkout.find().awsEngine().resolve("server.mjs");
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StackProcess process =
        StackProcess.start(
            PART,
            data.toAbsolutePath(),
            Map.of(),
            List.of("node", script.toString(), String.valueOf(port)));
    URI endpoint = endpoint(port);
    process.awaitReady(Readiness.answering(endpoint.resolve("/health")), Engine.DEADLINE);
    return new LocalAws(process, endpoint);
  }

  private static void requireNode() {
    String path = System.getenv().getOrDefault("PATH", "");
    if (Stream.of(path.split(File.pathSeparator))
        .noneMatch(folder -> Files.isExecutable(Path.of(folder, "node")))) {
      throw new StackException(
          "The local SNS and SQS run in Node, and there is none on the path: install Node 20 or newer.");
    }
  }

  /** Where both services listen. */
  public URI endpoint() {
    return endpoint;
  }

  static URI endpoint(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The process that is the SNS and SQS. */
  public StackProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
