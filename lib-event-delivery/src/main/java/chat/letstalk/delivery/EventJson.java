package chat.letstalk.delivery;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.Objects;

/** Events as JSON and back: members unknown to the reader are ignored. Thread-safe. */
public final class EventJson {

  private static final Jsonb JSONB = JsonbBuilder.create();

  private EventJson() {}

  /** The event as JSON text. */
  public static String write(Object event) {
    return JSONB.toJson(event);
  }

  /**
   * Reads an event.
   *
   * @throws PermanentFailure when the text is no JSON of this type
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return Objects.requireNonNull(JSONB.fromJson(json, type));
    } catch (RuntimeException e) {
      // The parser's message may quote the event; its class says enough.
      throw new PermanentFailure(
          "The event is no " + type.getSimpleName() + ": " + e.getClass().getName(), null);
    }
  }
}
