package chat.letstalk.notification.hub;

import jakarta.json.spi.JsonProvider;

/** The records that the server sends, in the SignalR JSON hub protocol, version 1. */
public final class HubProtocol {

  /** Ends every record; several records may share a text frame. */
  public static final char SEPARATOR = 0x1E;

  /** The answer to a good handshake. */
  public static final String HANDSHAKE_ACCEPTED = "{}" + SEPARATOR;

  /** Keeps an idle connection alive. */
  public static final String PING = "{\"type\":6}" + SEPARATOR;

  /** Ends the connection and asks the client to come back. */
  public static final String CLOSE_AND_COME_BACK =
      "{\"type\":7,\"allowReconnect\":true}" + SEPARATOR;

  private static final JsonProvider JSON = JsonProvider.provider();

  /** Ends a connection that does not keep up; the client may come back and catch up. */
  public static final String TOO_SLOW =
      closeAndComeBack("The connection is too slow for what is pushed to it");

  private HubProtocol() {}

  /** The answer to a handshake that cannot be served; the connection ends with it. */
  public static String handshakeRefused(String error) {
    return "{\"error\":" + quoted(error) + "}" + SEPARATOR;
  }

  /** Ends the connection for good: clients do not come back by themselves. */
  public static String closeForGood(String error) {
    return "{\"type\":7,\"error\":" + quoted(error) + "}" + SEPARATOR;
  }

  /** Ends the connection with a reason and asks the client to come back. */
  public static String closeAndComeBack(String error) {
    return "{\"type\":7,\"error\":" + quoted(error) + ",\"allowReconnect\":true}" + SEPARATOR;
  }

  /**
   * The good end of a call.
   *
   * @param result JSON
   */
  public static String completion(String invocationId, String result) {
    return completion(invocationId, "result", result);
  }

  /** The bad end of a call; the connection stays. */
  public static String failure(String invocationId, String error) {
    return completion(invocationId, "error", quoted(error));
  }

  private static String completion(String invocationId, String member, String json) {
    return "{\"type\":3,\"invocationId\":%s,\"%s\":%s}%c"
        .formatted(quoted(invocationId), member, json, SEPARATOR);
  }

  private static String quoted(String text) {
    return JSON.createValue(text).toString();
  }
}
