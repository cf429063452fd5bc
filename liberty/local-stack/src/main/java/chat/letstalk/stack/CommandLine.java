package chat.letstalk.stack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed after {@code ./letstalk}.
 *
 * @param command the first word
 * @param data the data folder
 * @param port the main port of {@code up}
 * @param separate one server per service
 * @param wipe whether {@code down} forgets the data
 * @param email whose code {@code code} prints; empty for the other commands
 * @param choices what was chosen for {@code up}
 * @param ownServers addresses of servers that {@code up} need not bring
 */
record CommandLine(
    String command,
    Path data,
    int port,
    boolean separate,
    boolean wipe,
    String email,
    Map<Choice, String> choices,
    Map<OwnServer, String> ownServers) {

  private static final Map<String, Set<String>> OPTIONS =
      Map.of(
          "up", Set.of("--port", "--separate", "--data"),
          "down", Set.of("--wipe", "--data"),
          "code", Set.of("--data"),
          "rotate-keys", Set.of("--data"));

  static CommandLine parse(List<String> words, Path defaultData) {
    Deque<String> rest = new ArrayDeque<>(words);
    String command = rest.isEmpty() ? "" : rest.pop();
    if (!OPTIONS.containsKey(command)) {
      throw new StackException("Unknown command '" + command + "'; see ./letstalk help.");
    }
    Path data = defaultData;
    int port = StackOptions.DEFAULT_PORT;
    boolean separate = false;
    boolean wipe = false;
    String email = "";
    Map<Choice, String> choices = new EnumMap<>(Choice.class);
    Map<OwnServer, String> ownServers = new EnumMap<>(OwnServer.class);
    while (!rest.isEmpty()) {
      String word = rest.pop();
      Optional<Choice> choice = command.equals("up") ? Choice.of(word) : Optional.empty();
      if (choice.isPresent()) {
        choices.put(choice.get(), choice.get().require(value(word, rest)));
        continue;
      }
      Optional<OwnServer> server = command.equals("up") ? OwnServer.of(word) : Optional.empty();
      if (server.isPresent()) {
        ownServers.put(server.get(), value(word, rest));
        continue;
      }
      if (word.startsWith("-") && !OPTIONS.get(command).contains(word)) {
        throw new StackException(command + " has no option " + word + "; see ./letstalk help.");
      }
      switch (word) {
        case "--port" -> port = number(value(word, rest));
        case "--data" -> data = Path.of(value(word, rest)).toAbsolutePath().normalize();
        case "--separate" -> separate = true;
        case "--wipe" -> wipe = true;
        default -> {
          if (!command.equals("code") || !email.isEmpty()) {
            throw new StackException(command + " does not know what to do with '" + word + "'.");
          }
          email = word;
        }
      }
    }
    if (command.equals("code") && !email.contains("@")) {
      throw new StackException("Whose code? Type ./letstalk code EMAIL.");
    }
    return new CommandLine(command, data, port, separate, wipe, email, choices, ownServers);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new StackException(option + " needs a value; see ./letstalk help.");
    }
    return rest.pop();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new StackException("--port must be a number, not '" + text + "'.", e);
    }
  }
}
