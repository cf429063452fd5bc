package chat.letstalk.linkpreview.assembly;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** The service's own configuration, with what an operator sets on top of it. */
final class Configured {

  private static final int OPERATOR = 400;

  private Configured() {}

  static Config with(Map<String, String> set) {
    return new SmallRyeConfigBuilder()
        .addPropertiesSources()
        .withSources(new PropertiesConfigSource(set, "operator", OPERATOR))
        .build();
  }
}
