package chat.letstalk.delivery;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** What Reactive Messaging tells a connector of a channel. */
final class ChannelAttributes {

  private ChannelAttributes() {}

  static KafkaAttributes of(String servers, Map<String, String> attributes) {
    Map<String, String> all = new HashMap<>(attributes);
    all.put("channel-name", "events");
    all.put("bootstrap.servers", servers);
    return new KafkaAttributes(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(all, "channel", 100))
            .build());
  }
}
