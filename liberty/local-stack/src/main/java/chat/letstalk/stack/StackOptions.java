package chat.letstalk.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a stack is to run.
 *
 * @param data the folder that keeps everything
 * @param port the main port; all others follow it
 * @param separate one Liberty server per service instead of one for all
 * @param environment what every service is given; it wins over what the stack sets itself
 */
public record StackOptions(Path data, int port, boolean separate, Map<String, String> environment) {

  /** Where pictures are kept: local or s3. */
  static final String FILES = "LETSTALK_FILES";

  static final int DEFAULT_PORT = 8080;
  private static final int LAST_OFFSET = 17;

  /** Rejects a port that leaves no room for the ones that follow it. */
  public StackOptions {
    data = data.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
    if (port < 1 || port + LAST_OFFSET > 65_535) {
      throw new StackException("--port must be a number from 1 to " + (65_535 - LAST_OFFSET) + ".");
    }
  }

  /** All services in one server, on free ports. */
  public static StackOptions allInOne(Path data) {
    return new StackOptions(data, FreePorts.row(LAST_OFFSET + 1), false, Map.of());
  }

  /** One server per service, on free ports. */
  public static StackOptions separate(Path data) {
    return new StackOptions(data, FreePorts.row(LAST_OFFSET + 1), true, Map.of());
  }

  /** The same with one more environment variable for every service. */
  public StackOptions with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new StackOptions(data, port, separate, more);
  }

  /** Whether pictures are kept in an S3 that the stack brings; not one of the caller's own. */
  boolean bringsS3() {
    return "s3".equals(environment.get(FILES))
        && !System.getenv().containsKey(FILES + "_S3_BUCKET");
  }

  Ports ports() {
    return new Ports(port, separate);
  }

  List<String> servers() {
    return separate ? LocalStack.SERVICES : List.of(LocalStack.ALL_IN_ONE);
  }
}
