package chat.letstalk.awsmessaging;

import chat.letstalk.delivery.OutgoingEvent;
import chat.letstalk.delivery.PermanentFailure;
import java.util.Map;

/**
 * An event as AWS takes it. Immutable.
 *
 * @param group events of a FIFO topic or queue with the same one keep their order
 * @param deduplicationId a FIFO topic or queue drops what comes again with the same one within five
 *     minutes
 * @param bytes what counts against the limit
 */
record EncodedEvent(
    String body, Map<String, String> attributes, String group, String deduplicationId, int bytes) {

  /** 256 KiB: of an event with its attributes, and of all events of a batch together. */
  static final int MOST_BYTES = 262_144;

  /** With more, SNS drops an event on its way to a queue. */
  private static final int MOST_ATTRIBUTES = 10;

  /** AWS counts the type of each attribute too. */
  static final String TEXT = "String";

  /**
   * Encodes an event.
   *
   * @throws PermanentFailure when AWS will never take it
   */
  static EncodedEvent of(OutgoingEvent event) {
    boolean deadLetter = AwsNames.isDeadLetters(event.channel());
    String origin = deadLetter ? AwsNames.originOf(event.channel()) : event.channel();
    String body = Texts.acceptable(event.body());
    Map<String, String> attributes = Attributes.of(event, origin);
    int bytes = Texts.bytes(body);
    for (var attribute : attributes.entrySet()) {
      bytes += Texts.bytes(attribute.getKey()) + TEXT.length() + Texts.bytes(attribute.getValue());
    }
    check(event.channel(), body, attributes, bytes);
    String id = event.eventId() == null ? Texts.hash(body) : Texts.token(event.eventId());
    String group = event.key() == null || event.key().isEmpty() ? id : Texts.token(event.key());
    return new EncodedEvent(body, attributes, group, id, bytes);
  }

  private static void check(
      String channel, String body, Map<String, String> attributes, int bytes) {
    if (bytes > MOST_BYTES) {
      throw new PermanentFailure(
          "An event for %s has %,d bytes with its headers; SNS and SQS take at most %,d"
              .formatted(channel, bytes, MOST_BYTES),
          null);
    }
    if (attributes.size() > MOST_ATTRIBUTES) {
      throw new PermanentFailure(
          "An event for %s has %d headers with key and type; SNS passes on at most %d"
              .formatted(channel, attributes.size(), MOST_ATTRIBUTES),
          null);
    }
    if (body.isEmpty()) {
      throw new PermanentFailure(
          "An event for %s is empty; SNS and SQS take no such".formatted(channel), null);
    }
  }
}
