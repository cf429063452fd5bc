package chat.letstalk.chatapi.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.contracts.rest.EmailLogin;
import chat.letstalk.contracts.rest.NewMessage;
import chat.letstalk.contracts.rest.UploadedImageDto;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyReaderTest {

  private static final int MOST_BYTES = 100_000;

  private final JsonBodyReader reader = new JsonBodyReader(MOST_BYTES);

  @Test
  void a_body_becomes_its_record() {
    assertThat(message("{\"chatId\":\"c\",\"text\":\"é😀\\n\",\"clientMessageId\":\"x\"}"))
        .isEqualTo(new NewMessage("c", "é😀\n", null, "x"));
  }

  @Test
  void an_object_in_it_becomes_its_record() {
    UploadedImageDto image = message("{\"image\":{\"id\":\"i\",\"width\":7}}").image();
    assertThat(image).isEqualTo(new UploadedImageDto("i", 7, null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"i\"", "[]", "true"})
  void what_should_be_an_object_must_be_one(String value) {
    assertThat(refused("{\"image\":" + value + "}", NewMessage.class)).isEqualTo("image");
  }

  @Test
  void missing_and_null_members_are_null() {
    assertThat(message("{}")).isEqualTo(new NewMessage(null, null, null, null));
    assertThat(message("{\"text\":null}")).isEqualTo(new NewMessage(null, null, null, null));
  }

  @Test
  void unknown_members_are_ignored_whatever_they_hold() {
    assertThat(
            message("{\"text\":\"hi\",\"more\":{\"a\":[1,{\"b\":null}]},\"isAdmin\":1e999999999}"))
        .isEqualTo(new NewMessage(null, "hi", null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "42",
        "\"text\"",
        "{",
        "{\"text\"}",
        "{\"text\":\"hi\"",
        "{\"text\":\"hi\"} and more",
        "{'text':'hi'}",
        "{\"text\":NaN}",
        "{\"text\":01}",
        "<xml/>"
      })
  void what_is_no_json_object_is_refused(String body) {
    assertThat(refused(body, NewMessage.class)).isEqualTo("body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "1.5e3", "true", "{}", "[]", "[\"hi\"]", "{\"$ne\":null}"})
  void what_should_be_a_string_must_be_one(String value) {
    assertThat(refused("{\"text\":" + value + "}", NewMessage.class)).isEqualTo("text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"1234\"",
        "12.5",
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "2147483648",
        "99999999999999999999999999",
        "true",
        "{}",
        "[]"
      })
  void what_should_be_a_whole_number_must_be_one_that_fits(String value) {
    assertThat(refused("{\"code\":" + value + "}", EmailLogin.class)).isEqualTo("code");
  }

  @Test
  void a_number_with_ten_thousand_digits_is_refused() {
    String number = "9".repeat(10_000);
    assertThat(refused("{\"antiSpamToken\":" + number + "}", EmailLogin.class)).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234", "1234.0", "1.234e3"})
  void a_whole_number_may_be_written_in_any_way(String value) {
    EmailLogin login = (EmailLogin) read("{\"code\":" + value + "}", EmailLogin.class);
    assertThat(login.code()).isEqualTo(1234);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "[", "{\"text\":["})
  void deep_nesting_is_refused(String level) {
    assertThat(refused(level.repeat(MOST_BYTES / level.length()), NewMessage.class))
        .isEqualTo("body");
  }

  @Test
  void deep_nesting_is_refused_in_unknown_members_too() {
    String deep = "[".repeat(20_000) + "]".repeat(20_000);
    assertThat(refused("{\"text\":\"hi\",\"more\":" + deep + "}", NewMessage.class))
        .isEqualTo("body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "\\ud83d", "\\ude00\\ud83d", "x\\udfff"})
  void what_is_no_text_is_refused(String text) {
    assertThat(refused("{\"text\":\"" + text + "\"}", NewMessage.class)).isEqualTo("text");
  }

  @Test
  void bidirectional_and_other_control_characters_are_text() {
    assertThat(message("{\"text\":\"\\u202e\\u0007\\ud83d\\ude00\"}").text())
        .isEqualTo("\u202E\u0007😀");
  }

  @Test
  void other_encodings_are_refused() {
    String body = "{\"text\":\"é\"}";
    assertThat(refused(body.getBytes(ISO_8859_1), NewMessage.class)).isEqualTo("body");
    assertThat(refused(body.getBytes(UTF_16), NewMessage.class)).isEqualTo("body");
  }

  @Test
  void a_body_beyond_the_limit_is_refused_and_not_read_to_its_end() throws IOException {
    InputStream endless = new ByteArrayInputStream(new byte[10 * MOST_BYTES]);
    assertThatExceptionOfType(WebApplicationException.class)
        .isThrownBy(() -> read(endless, NewMessage.class))
        .satisfies(e -> assertThat(e.getResponse().getStatus()).isEqualTo(413));
    assertThat(endless.available()).isGreaterThan(8 * MOST_BYTES);
  }

  @Test
  void a_body_of_the_greatest_size_is_read() {
    String frame = "{\"text\":\"\"}";
    String text = "m".repeat(MOST_BYTES - frame.length());
    assertThat(message(frame.replace("\"\"", "\"" + text + "\"")).text()).isEqualTo(text);
  }

  private NewMessage message(String body) {
    return (NewMessage) read(body, NewMessage.class);
  }

  private String refused(String body, Class<? extends Record> type) {
    return refused(body.getBytes(UTF_8), type);
  }

  /** The field that the refusal names. */
  private String refused(byte[] body, Class<? extends Record> type) {
    try {
      Record read = read(new ByteArrayInputStream(body), type);
      throw new AssertionError("Accepted as " + read);
    } catch (InvalidInput e) {
      return e.field();
    }
  }

  private Record read(String body, Class<? extends Record> type) {
    return read(new ByteArrayInputStream(body.getBytes(UTF_8)), type);
  }

  @SuppressWarnings("unchecked") // JAX-RS asks with the class as well
  private Record read(InputStream body, Class<? extends Record> type) {
    try {
      return reader.readFrom(
          (Class<Record>) type, type, null, MediaType.APPLICATION_JSON_TYPE, null, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
