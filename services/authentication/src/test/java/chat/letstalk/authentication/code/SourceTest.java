package chat.letstalk.authentication.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.authentication.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, ::ffff:192.0.2.1",
    "192.0.2.1, ::FFFF:c000:0201",
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
    "2001:db8:1:2::1, 2001:0DB8:0001:0002:0:0:0:9",
    "fe80::1, fe80::1%eth0"
  })
  void addresses_of_one_household_count_together(String one, String other) {
    assertThat(Source.of(one)).isEqualTo(Source.of(other));
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.1, 192.0.2.2", "2001:db8:1:2::1, 2001:db8:1:3::1", "::1, 127.0.0.1"})
  void addresses_of_different_households_do_not(String one, String other) {
    assertThat(Source.of(one)).isNotEqualTo(Source.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "example.com",
        "1",
        "127.1",
        "256.0.0.1",
        "1.2.3.4.5",
        "1.2.3.4:80",
        "[::1]",
        ":",
        ":::",
        "1:2:3:4:5:6:7:8:9",
        "::g",
        "%eth0",
        "bad.cafe",
        "1.2.3.4, 5.6.7.8"
      })
  void what_is_no_ip_address_is_refused_and_never_looked_up(String address) {
    assertThatThrownBy(() -> Source.of(address)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void nonsense_of_any_length_is_refused() {
    assertThatThrownBy(() -> Source.of("1:".repeat(1 << 19))).isInstanceOf(InvalidInput.class);
  }
}
