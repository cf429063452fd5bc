package chat.letstalk.awsmessaging;

import chat.letstalk.contracts.channel.Channels;
import java.util.function.Predicate;

/**
 * How channels are called on AWS. Those whose order is promised are FIFO, with their dead letters.
 * Immutable.
 *
 * @param prefix before every name
 * @param ordered whether a channel keeps the order of events with the same key
 */
record AwsNames(String prefix, Predicate<String> ordered) {

  private static final String DEAD_LETTERS = Channels.deadLettersOf("");
  private static final String FIFO = ".fifo";

  /** Whether it is a channel for what cannot be handled: a queue without a topic. */
  static boolean isDeadLetters(String channel) {
    return channel.endsWith(DEAD_LETTERS);
  }

  /** The channel that dead letters come from. */
  static String originOf(String deadLetters) {
    return deadLetters.substring(0, deadLetters.length() - DEAD_LETTERS.length());
  }

  static boolean isFifo(String nameOrArn) {
    return nameOrArn.endsWith(FIFO);
  }

  String topic(String channel) {
    return named(channel, channel);
  }

  /**
   * A queue of a channel.
   *
   * @param group who reads it
   */
  String queue(String channel, String group) {
    return named(group, channel);
  }

  String deadLetters(String channel) {
    return named(Channels.deadLettersOf(channel), channel);
  }

  private String named(String name, String channel) {
    return prefix + name + (ordered.test(channel) ? FIFO : "");
  }
}
