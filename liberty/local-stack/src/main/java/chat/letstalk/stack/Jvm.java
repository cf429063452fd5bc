package chat.letstalk.stack;

import java.nio.file.Path;

/** The Java that runs us runs our child processes too. */
final class Jvm {

  private Jvm() {}

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
