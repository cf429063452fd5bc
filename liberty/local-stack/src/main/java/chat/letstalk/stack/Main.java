package chat.letstalk.stack;

import java.nio.file.Path;
import java.util.List;

/** The commands of {@code ./letstalk} that concern a running stack. */
public final class Main {

  private Main() {}

  /** Runs one command; its end is the exit code: 0, or 1 with one sentence. */
  public static void main(String[] words) {
    Console console = new Console();
    int status = 0;
    try {
      Path defaultData = Checkout.find().folder().resolve(".letstalk");
      CommandLine line = CommandLine.parse(List.of(words), defaultData);
      switch (line.command()) {
        case "up" -> new Up(console).run(line);
        case "down" -> new Down(console).run(line);
        case "code" -> new Code(console).run(line);
        default -> new RotateKeys(console).run(line);
      }
    } catch (StackException e) {
      if (!RunningParts.areEnding()) {
        console.complain(e.getMessage());
        status = 1;
      }
    }
    System.exit(status);
  }
}
