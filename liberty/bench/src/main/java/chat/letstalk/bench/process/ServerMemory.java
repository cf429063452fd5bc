package chat.letstalk.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.load.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks into the memory of a Java process of this user: resident pages from /proc, so on Linux
 * only; the heap by the JDK's jcmd, without which nothing is collected before a look.
 */
public final class ServerMemory {

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern HEAP = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");
  private static final int LOOKS = 6;
  private static final long STILL = 1_000_000;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final long JCMD_SECONDS = 30;

  private final long pid;

  /** Of a process that runs. */
  public ServerMemory(ProcessHandle process) {
    this.pid = process.pid();
  }

  /** What it holds when garbage is collected and it has come to rest. */
  public Memory settled() {
    long before;
    long resident = Long.MAX_VALUE;
    int looks = 0;
    do {
      before = resident;
      jcmd("GC.run");
      Pause.of(BETWEEN_LOOKS);
      resident = resident();
      looks++;
    } while (looks < LOOKS && Math.abs(before - resident) > STILL);
    return new Memory(resident, heap());
  }

  private long resident() {
    try {
      Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
      if (found.find()) {
        return Long.parseLong(found.group(1)) * 1024;
      }
    } catch (IOException e) {
      throw new BenchException(
          "The memory of process " + pid + " cannot be read from /proc: " + e.getMessage(), e);
    }
    throw new BenchException("The process " + pid + " has ended.");
  }

  private long heap() {
    Matcher found = HEAP.matcher(jcmd("GC.heap_info"));
    return found.find() ? Long.parseLong(found.group(1)) * 1024 : -1;
  }

  private String jcmd(String command) {
    Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.isExecutable(program)) {
      return "";
    }
    try {
      Process process =
          new ProcessBuilder(List.of(program.toString(), String.valueOf(pid), command))
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(JCMD_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return output;
    } catch (IOException e) {
      throw new BenchException(program + " does not run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted.", e);
    }
  }
}
