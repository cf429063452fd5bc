package chat.letstalk.stack;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A server that somebody already has, instead of the engine that a stack would bring. */
public enum OwnServer {
  /** A database for {@code --store mysql}. */
  MYSQL(
      "--mysql-url",
      Choice.STORE,
      "mysql",
      "LETSTALK_MYSQL_URL",
      "jdbc:mysql://",
      "jdbc:mysql://HOST:PORT/DATABASE",
      3306),

  /** A database for {@code --store mongodb}. */
  MONGODB(
      "--mongodb-url",
      Choice.STORE,
      "mongodb",
      "LETSTALK_MONGODB_URL",
      "mongodb(\\+srv)?://",
      "mongodb://HOST:PORT or mongodb+srv://HOST",
      27017),

  /** A broker for {@code --broker kafka}. */
  KAFKA(
      "--kafka",
      Choice.BROKER,
      "kafka",
      "LETSTALK_KAFKA_BOOTSTRAP_SERVERS",
      "[^/]+$",
      "HOST:PORT, or several with commas between them",
      9092),

  /** An SNS and SQS for {@code --broker aws}. */
  AWS(
      "--aws-endpoint",
      Choice.BROKER,
      "aws",
      "LETSTALK_AWS_ENDPOINT",
      "https?://",
      "http://HOST:PORT or https://HOST",
      443),

  /** A cache for {@code --cache redis}. */
  REDIS(
      "--redis-url",
      Choice.CACHE,
      "redis",
      "LETSTALK_REDIS_URL",
      "redis[a-z-]*://",
      "redis://HOST:PORT",
      6379);

  private final String option;
  private final Choice choice;
  private final String value;
  private final String variable;
  private final Pattern beginning;
  private final String form;
  private final int usualPort;

  OwnServer(
      String option,
      Choice choice,
      String value,
      String variable,
      String beginning,
      String form,
      int usualPort) {
    this.option = option;
    this.choice = choice;
    this.value = value;
    this.variable = variable;
    this.beginning = Pattern.compile(beginning);
    this.form = form;
    this.usualPort = usualPort;
  }

  /** The server whose address an option tells, if it tells one. */
  static Optional<OwnServer> of(String option) {
    return Arrays.stream(values()).filter(server -> server.option.equals(option)).findFirst();
  }

  String option() {
    return option;
  }

  /** Where services read the address. */
  String variable() {
    return variable;
  }

  int usualPort() {
    return usualPort;
  }

  /** Whether a stack with these choices needs a server of this kind. */
  boolean isFor(Map<Choice, String> choices) {
    return choices.getOrDefault(choice, choice.unasked()).equals(value);
  }

  /** Refuses an address of another form, and one for what was not chosen. */
  void require(String address, Map<Choice, String> choices) {
    if (!beginning.matcher(address).lookingAt()) {
      throw new StackException(
          "%s is '%s'; write %s.".formatted(option, ServerAddress.shown(address), form));
    }
    if (!isFor(choices)) {
      throw new StackException(
          "%s is for %s %s: add that, or leave %s away."
              .formatted(option, choice.option(), value, option));
    }
  }
}
