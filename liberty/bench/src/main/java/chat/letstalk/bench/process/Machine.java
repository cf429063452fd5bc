package chat.letstalk.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the figures of a run depend on and no setting says. */
public final class Machine {

  private Machine() {}

  /** In words by key; what the system does not tell is "unknown". */
  public static Map<String, String> inWords() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    words.put("processor", found("/proc/cpuinfo", "model name\\s*:\\s*(.+)"));
    words.put("memory", found("/proc/meminfo", "MemTotal:\\s*(.+)"));
    words.put("load before the run", found("/proc/loadavg", "^(\\S+ \\S+ \\S+)"));
    words.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    words.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    return words;
  }

  private static String found(String file, String pattern) {
    try {
      Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
      return found.find() ? found.group(1) : "unknown";
    } catch (IOException e) {
      return "unknown";
    }
  }
}
