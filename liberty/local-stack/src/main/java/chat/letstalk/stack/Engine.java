package chat.letstalk.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server that the services stand on, in a process of its own; its data is kept. */
interface Engine {

  /** Of a start. All start at once, often on a machine that has other things to do as well. */
  Duration DEADLINE = Duration.ofSeconds(300);

  /** What its process and its log are called. */
  String part();

  /** Starts it and waits until it serves. */
  StackProcess start();

  /** The environment variables by which services find it. */
  Map<String, String> variables();

  /** Those that a stack needs as it was chosen: the only place that decides. */
  static List<Engine> of(StackOptions options) {
    List<Engine> engines = new ArrayList<>();
    engines.add(new KafkaEngine(options));
    engines.add(new MailboxEngine(options));
    engines.add(new MariaDbEngine(options));
    if (options.bringsS3()) {
      engines.add(new S3Engine(options));
    }
    if (options.isChosen(Choice.PREVIEWS, "lambda")) {
      engines.add(new LambdaEngine(options));
    }
    return List.copyOf(engines);
  }
}
