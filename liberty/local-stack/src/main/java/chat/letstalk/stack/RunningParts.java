package chat.letstalk.stack;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this JVM has started and not ended yet. When the JVM ends (Ctrl-C too), services end first,
 * then the servers that they stand on.
 */
final class RunningParts {

  private static final Set<StackProcess> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(RunningParts::endAll, "ends the stack"));
  }

  private static volatile boolean ending;

  private RunningParts() {}

  static void add(StackProcess process) {
    RUNNING.add(process);
    if (ending) {
      process.askToEnd();
      throw new StackException("The stack is ending.");
    }
  }

  /** Whether this JVM is ending and takes its parts with it. */
  static boolean areEnding() {
    return ending;
  }

  static void remove(StackProcess process) {
    RUNNING.remove(process);
  }

  static boolean any() {
    return !RUNNING.isEmpty();
  }

  private static void endAll() {
    ending = true;
    end(List.copyOf(RUNNING));
  }

  /** Ends services, then engines; all of one kind at the same time. */
  static void end(Collection<StackProcess> processes) {
    for (boolean services : new boolean[] {true, false}) {
      List<StackProcess> wave =
          processes.stream().filter(p -> LocalStack.isServer(p.part()) == services).toList();
      wave.forEach(StackProcess::askToEnd);
      wave.forEach(StackProcess::close);
    }
  }
}
