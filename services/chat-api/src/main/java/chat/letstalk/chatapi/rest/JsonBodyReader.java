package chat.letstalk.chatapi.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.chatapi.problem.InvalidInput;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the body of a request, strictly where JSON-B is lenient: a number is no string and a string
 * no number, the bytes are UTF-8, a text is valid Unicode without NUL, and the body has a limit.
 * Unknown members are ignored.
 */
@Provider
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
public class JsonBodyReader implements MessageBodyReader<Record> {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String BODY = "body";
  private static final String NO_OBJECT = "The request is not a JSON object";

  private final int mostBytes;

  @Inject
  public JsonBodyReader(@ConfigProperty(name = "letstalk.rest.max-body-bytes") int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** For JAX-RS, which asks for one before it lets CDI make the provider. */
  public JsonBodyReader() {
    this(0);
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord();
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return record(type, object(text(body)));
  }

  private String text(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(mostBytes + 1);
    if (bytes.length > mostBytes) {
      throw new WebApplicationException(Problems.of(413, "The request is too large."));
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidInput(BODY, "The request is not in UTF-8");
    }
  }

  private static JsonObject object(String text) {
    try (JsonParser parser = JSON.createParser(new StringReader(text))) {
      if (parser.next() == Event.START_OBJECT) {
        JsonObject object = parser.getObject();
        if (!parser.hasNext()) {
          return object;
        }
      }
      throw new InvalidInput(BODY, NO_OBJECT);
    } catch (RuntimeException e) { // the parser has no type of its own for what is nested too deep
      throw new InvalidInput(BODY, NO_OBJECT);
    }
  }

  private static Record record(Class<?> type, JsonObject json) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Arrays.stream(components).map(c -> value(c, json.get(c.getName()))).toArray();
    try {
      return (Record) type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no canonical constructor to call", e);
    }
  }

  private static Object value(RecordComponent component, JsonValue value) {
    String name = component.getName();
    if (value == null || value == JsonValue.NULL) {
      return null;
    } else if (component.getType() == String.class) {
      return text(name, value);
    } else if (component.getType() == Long.class) {
      return integer(name, value);
    } else if (component.getType() == Integer.class) {
      long number = integer(name, value);
      if (number != (int) number) {
        throw new InvalidInput(name, name + " is out of range");
      }
      return (int) number;
    } else if (component.getType().isRecord()) {
      if (!(value instanceof JsonObject object)) {
        throw new InvalidInput(name, name + " must be an object");
      }
      return record(component.getType(), object);
    }
    throw new IllegalStateException("No request holds a " + component.getType());
  }

  private static String text(String name, JsonValue value) {
    if (!(value instanceof JsonString string)) {
      throw new InvalidInput(name, name + " must be a string");
    }
    String text = string.getString();
    if (text.indexOf('\0') >= 0 || !UTF_8.newEncoder().canEncode(text)) {
      throw new InvalidInput(name, name + " holds characters that are no text");
    }
    return text;
  }

  private static long integer(String name, JsonValue value) {
    // The size of the text is looked at first: 1e999999999 as a plain number would fill the memory.
    if (value instanceof JsonNumber number && number.toString().length() <= 20) {
      try {
        return number.longValueExact();
      } catch (ArithmeticException e) {
        throw new InvalidInput(name, name + " must be a whole number");
      }
    }
    throw new InvalidInput(name, name + " must be a whole number");
  }
}
