package chat.letstalk.authentication.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.authentication.InvalidInput;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "alice@example.com|alice@example.com",
        "  Alice@Example.COM\t|alice@example.com",
        "a.b+tag@sub.example.co|a.b+tag@sub.example.co",
        "o'neil@example.com|o'neil@example.com",
        "x@xn--mnchen-3ya.example|x@xn--mnchen-3ya.example",
        "user@123.example|user@123.example"
      })
  void space_and_case_do_not_matter(String typed, String known) {
    assertThat(EmailAddress.of(typed).text()).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nobody",
        "@example.com",
        "alice@",
        "alice@localhost",
        "a@b@example.com",
        ".alice@example.com",
        "alice.@example.com",
        "al..ice@example.com",
        "alice@-example.com",
        "alice@example-.com",
        "alice@example..com",
        "alice@example.com.",
        "alice@10.0.0.1",
        "alice@[10.0.0.1]",
        "\"alice\"@example.com",
        "<alice@example.com>",
        "Alice <alice@example.com>",
        "alice@example.com,mallory@example.com",
        "alice@example.com;mallory@example.com",
        "al ice@example.com"
      })
  void what_is_no_address_is_refused(String typed) {
    assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice@example.com\r\nBcc: mallory@example.com",
        "alice@example.com\nSubject: hi",
        "alice\r@example.com",
        "alice@example.com\u0000",
        "\u0000alice@example.com",
        "alice@example.com\u2028Bcc: x@example.com",
        "alice\u0085@example.com",
        "alice@exam\tple.com",
        "alice\u007f@example.com"
      })
  void nothing_that_means_something_to_a_mail_header_gets_through(String typed) {
    assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0430lice@example.com", // Cyrillic a
        "al\u0456ce@example.com", // Cyrillic i
        "al\u0131ce@example.com", // i without a dot, whose upper case is I
        "ALICE@EXAMPLE.COM\u0307", // a dot above
        "AL\u0130CE@example.com", // I with a dot
        "alice@\u212aexample.com", // the Kelvin sign, whose lower case is k
        "\uff41lice@example.com", // full width
        "ali\u200bce@example.com", // zero width
        "\u202ealice@example.com", // from right to left
        "alice@ex\u00e4mple.com",
        "alice@example\u3002com" // a full stop, to IDNA
      })
  void a_look_alike_is_never_taken_for_the_address(String typed) {
    assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void an_address_has_the_length_that_mail_allows() {
    String longest = "l".repeat(64) + "@" + ("d".repeat(60) + ".").repeat(3) + "museum";
    assertThat(longest).hasSize(254);
    assertThat(EmailAddress.of(longest).text()).isEqualTo(longest);
    String tooLongLocalPart = "l".repeat(65) + "@example.com";
    String tooLong = "l".repeat(64) + "@" + ("d".repeat(60) + ".").repeat(3) + "museums";
    String tooLongLabel = "l@" + "d".repeat(64) + ".com";
    for (String typed : new String[] {tooLongLocalPart, tooLong, tooLongLabel}) {
      assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void nonsense_of_any_length_is_refused_at_once() {
    for (String typed :
        new String[] {
          "a".repeat(1 << 20), "a.".repeat(120) + "@", " ".repeat(1 << 20), "a@" + "b-".repeat(120)
        }) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(InvalidInput.class));
    }
  }

  @Test
  void a_refusal_does_not_repeat_what_was_typed() {
    assertThatThrownBy(() -> EmailAddress.of("<script>@example")).hasMessageNotContaining("script");
  }
}
