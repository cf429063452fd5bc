package chat.letstalk.notification.hub;

import jakarta.json.JsonValue;
import java.util.List;

/** What a client may say once the handshake is done. */
public sealed interface ClientRecord {

  /** Type 6. */
  record Ping() implements ClientRecord {}

  /** Type 7: the client is about to leave. */
  record Close() implements ClientRecord {}

  /**
   * Type 1 and type 4.
   *
   * @param invocationId null when the client wants no answer
   * @param target the method's name
   * @param arguments strings, true, false and null as they are; no method takes anything else, so
   *     numbers stand here as 0, objects and arrays as empty ones
   * @param streaming whether the client expects a stream
   */
  record Invocation(
      String invocationId, String target, List<JsonValue> arguments, boolean streaming)
      implements ClientRecord {}

  /** Types 2, 3, 5, 8 and 9, with which this hub has nothing to do. */
  record Ignored(int type) implements ClientRecord {}
}
