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

  /** What it is: a program's name, and whether it only stands in for what runs elsewhere. */
  String software();

  /** Starts it and waits until it serves. */
  StackProcess start();

  /** The environment variables by which services find it. */
  Map<String, String> variables();

  /** Those that a stack needs as it was chosen: the only place that decides. */
  static List<Engine> of(StackOptions options) {
    List<Engine> engines = new ArrayList<>();
    engines.add(new MailboxEngine(options));
    addIf(options.brings(OwnServer.MYSQL), engines, new MariaDbEngine(options));
    addIf(options.brings(OwnServer.MONGODB), engines, new MongoDbEngine(options));
    addIf(options.brings(OwnServer.KAFKA), engines, new KafkaEngine(options));
    addIf(options.brings(OwnServer.AWS), engines, new AwsEngine(options));
    addIf(options.brings(OwnServer.REDIS), engines, new RedisEngine(options));
    // After the SNS and SQS, which takes everybody's credentials: those of the S3 are looked at.
    addIf(options.bringsS3(), engines, new S3Engine(options));
    addIf(options.isChosen(Choice.PREVIEWS, "lambda"), engines, new LambdaEngine(options));
    return List.copyOf(engines);
  }

  private static void addIf(boolean wanted, List<Engine> engines, Engine engine) {
    if (wanted) {
      engines.add(engine);
    }
  }
}
