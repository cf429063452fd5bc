package chat.letstalk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What a service says at its start about what it stands on. */
class ChoicesTest {

  private final Properties defaults = new Properties();

  @Test
  void a_service_tells_its_own_choices_and_not_those_of_others() {
    defaults.setProperty("letstalk.store", "mysql");
    defaults.setProperty("letstalk.broker", "kafka");
    defaults.setProperty("letstalk.mysql.password", "secret");
    Map<String, String> environment = Map.of("LETSTALK_FILES", "s3");
    assertThat(new DeclaredSettings(name -> null, environment, defaults).choices())
        .containsExactly("letstalk.store", "letstalk.broker");
  }
}
