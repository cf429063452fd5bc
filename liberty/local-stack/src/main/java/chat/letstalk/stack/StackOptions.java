package chat.letstalk.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a stack is to run.
 *
 * @param data the folder that keeps everything
 * @param port the main port; all others follow it
 * @param separate one Liberty server per service instead of one for all
 * @param choices what was chosen; of what is not here, what one gets unasked
 * @param ownServers addresses of servers that somebody already has; for them no engine starts
 * @param environment what every service is given; it wins over what the stack sets itself
 */
public record StackOptions(
    Path data,
    int port,
    boolean separate,
    Map<Choice, String> choices,
    Map<OwnServer, String> ownServers,
    Map<String, String> environment) {

  static final int DEFAULT_PORT = 8080;
  private static final int LAST_OFFSET = 17;

  /** Rejects a port that leaves no room for those that follow it, and what does not go together. */
  public StackOptions {
    data = data.toAbsolutePath().normalize();
    choices = Map.copyOf(choices);
    ownServers = Map.copyOf(ownServers);
    environment = Map.copyOf(environment);
    choices.forEach(Choice::require);
    for (Map.Entry<OwnServer, String> server : ownServers.entrySet()) {
      server.getKey().require(server.getValue(), choices);
    }
    if (port < 1 || port + LAST_OFFSET > 65_535) {
      throw new StackException("--port must be a number from 1 to " + (65_535 - LAST_OFFSET) + ".");
    }
    if ("lambda".equals(choices.get(Choice.PREVIEWS)) && !"s3".equals(choices.get(Choice.FILES))) {
      throw new StackException(
          "--previews lambda needs pictures in a bucket, where functions find them: add --files s3.");
    }
  }

  /** All services in one server, on free ports. */
  public static StackOptions allInOne(Path data) {
    return new StackOptions(
        data, FreePorts.row(LAST_OFFSET + 1), false, Map.of(), Map.of(), Map.of());
  }

  /** One server per service, on free ports. */
  public static StackOptions separate(Path data) {
    return new StackOptions(
        data, FreePorts.row(LAST_OFFSET + 1), true, Map.of(), Map.of(), Map.of());
  }

  /** The same with one more environment variable for every service. */
  public StackOptions with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new StackOptions(data, port, separate, choices, ownServers, more);
  }

  /** The same with another choice. */
  public StackOptions with(Choice choice, String value) {
    Map<Choice, String> more = new EnumMap<>(Choice.class);
    more.putAll(choices);
    more.put(choice, value);
    return new StackOptions(data, port, separate, more, ownServers, environment);
  }

  /** The same with a server that somebody already has. */
  public StackOptions with(OwnServer server, String address) {
    Map<OwnServer, String> more = new EnumMap<>(OwnServer.class);
    more.putAll(ownServers);
    more.put(server, address);
    return new StackOptions(data, port, separate, choices, more, environment);
  }

  /** Whether the stack needs a server of this kind and nobody has told the address of one. */
  boolean brings(OwnServer server) {
    return server.isFor(choices)
        && !ownServers.containsKey(server)
        && !System.getenv().containsKey(server.variable());
  }

  /** The servers that are not the stack's own, as an option or the caller's environment tells. */
  List<ServerAddress> addresses() {
    return Arrays.stream(OwnServer.values())
        .filter(server -> server.isFor(choices))
        .flatMap(server -> address(server).stream())
        .toList();
  }

  private Optional<ServerAddress> address(OwnServer server) {
    return Optional.ofNullable(ownServers.get(server))
        .map(typed -> new ServerAddress(server.option(), typed, server.usualPort()))
        .or(
            () ->
                Optional.ofNullable(System.getenv(server.variable()))
                    .filter(set -> !set.isBlank())
                    .map(set -> new ServerAddress(server.variable(), set, server.usualPort())));
  }

  boolean isChosen(Choice choice, String value) {
    return choices.getOrDefault(choice, choice.unasked()).equals(value);
  }

  /** Whether pictures are kept in an S3 that the stack brings; not one of the caller's own. */
  boolean bringsS3() {
    return isChosen(Choice.FILES, "s3") && !System.getenv().containsKey("LETSTALK_FILES_S3_BUCKET");
  }

  Ports ports() {
    return new Ports(port, separate);
  }

  List<String> servers() {
    return separate ? LocalStack.SERVICES : List.of(LocalStack.ALL_IN_ONE);
  }
}
