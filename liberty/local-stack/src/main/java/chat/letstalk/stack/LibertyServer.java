package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts an Open Liberty server from the checked-in configuration; all it writes is data. */
record LibertyServer(String name, Path data) {

  private static final String CONFIGURATION =
      """
      <server>
        <include location="%s"/>
      </server>
      """;

  StackProcess start(Map<String, String> environment) {
    Checkout checkout = Checkout.find();
    Path configuration = checkout.serverConfiguration().resolve(name);
    Path folder = data.resolve("liberty/servers").resolve(name);
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("server.xml"),
          CONFIGURATION.formatted(configuration.resolve("server.xml")));
      Files.copy(
          configuration.resolve("jvm.options"),
          folder.resolve("jvm.options"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> all = new HashMap<>(environment);
    all.put("JAVA_HOME", System.getProperty("java.home"));
    all.put("WLP_USER_DIR", data.resolve("liberty").toString());
    all.put("WLP_OUTPUT_DIR", data.resolve("liberty/output").toString());
    all.put("LOG_DIR", data.resolve("logs").resolve(name).toString());
    // "run" replaces the shell by the JVM, so the process is the server itself.
    return StackProcess.start(
        name,
        data,
        all,
        List.of(
            "/bin/sh", checkout.libertyRuntime().resolve("bin/server").toString(), "run", name));
  }
}
