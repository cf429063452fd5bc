package chat.letstalk.notification.hub;

import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/**
 * Reads records as a stream of JSON events, so that neither depth nor width of what a client sends
 * costs memory: whatever is not needed is read past. Thread-safe.
 */
public final class RecordReader {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final JsonParserFactory PARSERS = JSON.createParserFactory(Map.of());
  private static final String PLAIN_PING = "{\"type\":6}";
  private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final int MAX_ID_LENGTH = 64;

  /** Stands for every number: no method takes one, and reading a huge one costs. */
  private static final JsonValue ZERO = JSON.createValue(0);

  private final int maxDepth;
  private final int maxArguments;

  public RecordReader(int maxDepth, int maxArguments) {
    this.maxDepth = maxDepth;
    this.maxArguments = maxArguments;
  }

  /**
   * Checks the first record of a connection.
   *
   * @throws HubViolation when it asks for anything but the JSON protocol, version 1
   */
  public void readHandshake(String record) throws HubViolation {
    Members members = members(record);
    if (!"json".equals(members.protocol)) {
      throw new HubViolation("The protocol is not supported: only json is");
    }
    if (members.version != 1) {
      throw new HubViolation("The version of the protocol is not supported: only 1 is");
    }
  }

  /**
   * Reads a record after the handshake.
   *
   * @throws HubViolation when it is no record of the protocol
   */
  public ClientRecord read(String record) throws HubViolation {
    if (PLAIN_PING.equals(record)) {
      return new ClientRecord.Ping();
    }
    Members members = members(record);
    return switch (members.type) {
      case 1 -> members.invocation(false);
      case 4 -> members.invocation(true);
      case 6 -> new ClientRecord.Ping();
      case 7 -> new ClientRecord.Close();
      case 2, 3, 5, 8, 9 -> new ClientRecord.Ignored(members.type);
      default -> throw new HubViolation("Unknown or missing type of record");
    };
  }

  private Members members(String record) throws HubViolation {
    try (JsonParser parser = PARSERS.createParser(new StringReader(record))) {
      if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
        throw new HubViolation("Record is not a JSON object");
      }
      Members members = new Members();
      for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
        String name = parser.getString();
        take(members, name, parser, parser.next());
      }
      if (parser.hasNext()) {
        throw new HubViolation("Record goes on after its JSON object");
      }
      return members;
    } catch (JsonException | NoSuchElementException | IllegalStateException e) {
      throw new HubViolation("Record is not valid JSON");
    }
  }

  private void take(Members members, String name, JsonParser parser, Event value)
      throws HubViolation {
    switch (name) {
      case "type" -> members.type = integer(parser, value);
      case "version" -> members.version = integer(parser, value);
      case "protocol" -> members.protocol = string(parser, value);
      case "target" -> members.target = string(parser, value);
      case "invocationId" -> members.invocationId = string(parser, value);
      case "arguments" -> members.arguments = arguments(parser, value);
      default -> scalar(parser, value);
    }
  }

  private int integer(JsonParser parser, Event value) throws HubViolation {
    if (value == Event.VALUE_NUMBER) {
      String digits = parser.getString();
      return SMALL_NUMBER.matcher(digits).matches() ? Integer.parseInt(digits) : -1;
    }
    scalar(parser, value);
    return -1;
  }

  private String string(JsonParser parser, Event value) throws HubViolation {
    if (value == Event.VALUE_STRING) {
      return parser.getString();
    }
    scalar(parser, value);
    return null;
  }

  private List<JsonValue> arguments(JsonParser parser, Event value) throws HubViolation {
    if (value != Event.START_ARRAY) {
      scalar(parser, value);
      return null;
    }
    List<JsonValue> arguments = new ArrayList<>(2);
    for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next()) {
      if (arguments.size() == maxArguments) {
        throw new HubViolation("More than " + maxArguments + " arguments");
      }
      arguments.add(scalar(parser, next));
    }
    return arguments;
  }

  /** The value, or an empty object or array in place of one that was read past. */
  private JsonValue scalar(JsonParser parser, Event value) throws HubViolation {
    return switch (value) {
      case VALUE_STRING -> JSON.createValue(parser.getString());
      case VALUE_NUMBER -> ZERO;
      case VALUE_TRUE -> JsonValue.TRUE;
      case VALUE_FALSE -> JsonValue.FALSE;
      case START_OBJECT -> readPast(parser, JsonValue.EMPTY_JSON_OBJECT);
      case START_ARRAY -> readPast(parser, JsonValue.EMPTY_JSON_ARRAY);
      default -> JsonValue.NULL;
    };
  }

  private JsonValue readPast(JsonParser parser, JsonValue placeholder) throws HubViolation {
    for (int depth = 1; depth > 0; ) {
      switch (parser.next()) {
        case START_OBJECT, START_ARRAY -> depth++;
        case END_OBJECT, END_ARRAY -> depth--;
        default -> {
          // A scalar of a value that nobody asked for.
        }
      }
      if (depth > maxDepth) {
        throw new HubViolation("Nested deeper than " + maxDepth + " levels");
      }
    }
    return placeholder;
  }

  /** The members of a record that mean something to this hub; the last of equal names wins. */
  private static final class Members {
    int type = -1;
    int version = -1;
    String protocol;
    String target;
    String invocationId;
    List<JsonValue> arguments;

    ClientRecord.Invocation invocation(boolean streaming) throws HubViolation {
      if (target == null || arguments == null) {
        throw new HubViolation("An invocation needs a target and arguments");
      }
      if (invocationId != null && invocationId.length() > MAX_ID_LENGTH) {
        throw new HubViolation("The id of an invocation is too long");
      }
      if (streaming && invocationId == null) {
        throw new HubViolation("A stream needs the id of its invocation");
      }
      return new ClientRecord.Invocation(invocationId, target, arguments, streaming);
    }
  }
}
