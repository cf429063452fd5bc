package chat.letstalk.page.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.page.fetch.PortRange;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PageSettingsTest {

  private final PageSettings defaults = PageSettings.ofEnvironment();

  @Test
  void the_defaults_are_those_of_the_configuration_file() {
    assertThat(defaults.deadline()).isEqualTo(Duration.ofSeconds(5));
    assertThat(defaults.fetch().ports())
        .extracting(PortRange::first)
        .containsExactly(80, 443, 8080, 8443);
    assertThat(defaults.fetch().maxBytes()).isEqualTo(1_048_576);
    assertThat(defaults.fetch().maxRedirects()).isEqualTo(5);
    assertThat(defaults.fetch().allowPrivate()).isFalse();
    assertThat(defaults.fetch().allowedHosts()).isEmpty();
  }

  @Test
  void lists_are_separated_by_commas() {
    PageSettings settings =
        PageSettings.read(
            key -> key.endsWith("hosts.denied") ? " A.example, ,b.example" : plain(key));
    assertThat(settings.fetch().deniedHosts()).containsExactly("a.example", "b.example");
  }

  @Test
  void ports_may_be_in_rows() {
    PageSettings settings =
        PageSettings.read(key -> key.endsWith("ports") ? "80, 8000-8999" : plain(key));
    assertThat(settings.fetch().ports())
        .containsExactly(new PortRange(80, 80), new PortRange(8000, 8999));
  }

  @Test
  void a_value_of_no_use_is_named() {
    assertThatThrownBy(() -> PageSettings.read(key -> key.endsWith("ports") ? "80,x" : plain(key)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("letstalk.link-preview.ports is 80,x");
  }

  private static String plain(String key) {
    return key.endsWith("deadline") ? "PT1S" : key.endsWith("robots") ? "true" : "1";
  }
}
