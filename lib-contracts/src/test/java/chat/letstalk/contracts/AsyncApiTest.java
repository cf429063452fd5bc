package chat.letstalk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.contracts.channel.Channels;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The description of the channels says what the code says. */
class AsyncApiTest {

  private static final Path DESCRIPTION =
      Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."))
          .resolve("src-docs/reference/asyncapi.json");

  private final JsonObject api = read();

  @Test
  void every_channel_is_described_with_its_dead_letters_and_no_other() {
    Set<String> channels = new TreeSet<>();
    channelNames().forEach(channel -> channels.addAll(withDeadLetters(channel)));
    assertThat(api.getJsonObject("channels").keySet()).hasSameElementsAs(channels);
    api.getJsonObject("channels")
        .forEach(
            (name, channel) ->
                assertThat(channel.asJsonObject().getString("address")).isEqualTo(name));
  }

  @Test
  void dead_letters_carry_the_events_of_their_channel() {
    channelNames()
        .forEach(
            channel ->
                assertThat(at("/channels/" + Channels.deadLettersOf(channel) + "/messages"))
                    .isEqualTo(at("/channels/" + channel + "/messages")));
  }

  @TestFactory
  Stream<DynamicTest> every_event_is_described_member_by_member() {
    return at("/components/schemas").asJsonObject().entrySet().stream()
        .map(
            schema ->
                DynamicTest.dynamicTest(
                    schema.getKey(),
                    () ->
                        assertThat(typesIn(schema.getValue().asJsonObject()))
                            .isEqualTo(typesOf(event(schema.getKey())))));
  }

  @Test
  void whatever_is_referred_to_exists() {
    references(api).forEach(reference -> assertThat(at(reference.substring(1))).isNotNull());
  }

  private static Stream<String> channelNames() {
    return Arrays.stream(Channels.class.getFields())
        .filter(field -> field.getType() == String.class)
        .map(AsyncApiTest::constant);
  }

  private static String constant(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> withDeadLetters(String channel) {
    return List.of(channel, Channels.deadLettersOf(channel));
  }

  private static Class<?> event(String name) throws ClassNotFoundException {
    return Class.forName("chat.letstalk.contracts.event." + name);
  }

  private static Map<String, String> typesOf(Class<?> event) {
    Map<String, String> types = new TreeMap<>();
    for (RecordComponent member : event.getRecordComponents()) {
      types.put(member.getName(), typeOf(member.getType()));
    }
    return types;
  }

  private static String typeOf(Class<?> type) {
    if (type == int.class || type == long.class) {
      return "integer";
    } else if (type == String.class) {
      return "string";
    }
    return type == List.class ? "array" : "object";
  }

  /** A member that may be missing has the type null as well; all others are required. */
  private static Map<String, String> typesIn(JsonObject schema) {
    Map<String, String> types = new TreeMap<>();
    Set<String> optional = new TreeSet<>(schema.getJsonObject("properties").keySet());
    schema.getJsonArray("required").forEach(name -> optional.remove(text(name)));
    schema
        .getJsonObject("properties")
        .forEach(
            (name, property) -> {
              JsonValue type = property.asJsonObject().get("type");
              boolean mayBeMissing = type.getValueType() == JsonValue.ValueType.ARRAY;
              assertThat(optional.contains(name)).as(name).isEqualTo(mayBeMissing);
              types.put(name, text(mayBeMissing ? type.asJsonArray().get(0) : type));
            });
    return types;
  }

  private static Stream<String> references(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT ->
          value.asJsonObject().entrySet().stream()
              .flatMap(
                  member ->
                      member.getKey().equals("$ref")
                          ? Stream.of(text(member.getValue()))
                          : references(member.getValue()));
      case ARRAY -> value.asJsonArray().stream().flatMap(AsyncApiTest::references);
      default -> Stream.empty();
    };
  }

  private static String text(JsonValue value) {
    return ((JsonString) value).getString();
  }

  private JsonValue at(String pointer) {
    JsonPointer path = Json.createPointer(pointer);
    return path.getValue(api);
  }

  private static JsonObject read() {
    try (var reader = Json.createReader(Files.newBufferedReader(DESCRIPTION))) {
      return reader.readObject();
    } catch (IOException e) {
      throw new IllegalStateException(DESCRIPTION + " cannot be read", e);
    }
  }
}
