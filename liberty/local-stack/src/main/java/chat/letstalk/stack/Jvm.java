package chat.letstalk.stack;

import java.nio.file.Path;

/** The Java that runs us runs our child processes too. Thread-safe. */
public final class Jvm {

  private Jvm() {}

  /** The path of that Java. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
