package chat.letstalk.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code ./letstalk up} lets one choose; the first value of each is what one gets unasked. */
public enum Choice {
  /** Where chat-api keeps accounts, chats and messages. */
  STORE("--store", List.of("mysql", "mongodb"), List.of("LETSTALK_STORE")),

  /** What carries the channels. */
  BROKER("--broker", List.of("kafka", "aws"), List.of("LETSTALK_BROKER")),

  /** Where services remember what they would otherwise look up. */
  CACHE("--cache", List.of("memory", "redis"), List.of("LETSTALK_CACHE")),

  /** Where pictures are kept. */
  FILES("--files", List.of("local", "s3"), List.of("LETSTALK_FILES")),

  /** Who makes previews of pictures and links. */
  PREVIEWS(
      "--previews",
      List.of("local", "lambda"),
      List.of("LETSTALK_IMAGE_PROCESSING", "LETSTALK_LINK_PREVIEW"));

  private final String option;
  private final List<String> values;
  private final List<String> variables;

  Choice(String option, List<String> values, List<String> variables) {
    this.option = option;
    this.values = values;
    this.variables = variables;
  }

  /** The choice that an option is about, if it is about one. */
  static Optional<Choice> of(String option) {
    return Arrays.stream(values()).filter(choice -> choice.option.equals(option)).findFirst();
  }

  String option() {
    return option;
  }

  /** All that can be chosen. */
  List<String> known() {
    return values;
  }

  String unasked() {
    return values.get(0);
  }

  /** The value, which must be one of those that are known. */
  String require(String value) {
    if (!values.contains(value)) {
      throw new StackException(
          "%s is one of %s, not '%s'.".formatted(option, String.join(", ", values), value));
    }
    return value;
  }

  /** How services are told. */
  Map<String, String> variables(String value) {
    return variables.stream().collect(Collectors.toMap(variable -> variable, variable -> value));
  }
}
