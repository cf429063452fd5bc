package chat.letstalk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ChannelsConfigSourceTest {

  private final Properties defaults = new Properties();

  private ChannelsConfigSource source(Map<String, String> environment) {
    return new ChannelsConfigSource(
        new DeclaredSettings(name -> null, environment, defaults),
        EventBrokers.ofThisApplication());
  }

  @Test
  void a_channel_is_read_once_by_the_service_unless_it_says_otherwise() {
    defaults.setProperty("letstalk.channels.incoming", "emails, link-previews");
    ChannelsConfigSource source = source(Map.of());
    assertThat(source.getValue("mp.messaging.incoming.emails.connector"))
        .isEqualTo("letstalk-kafka");
    assertThat(source.getValue("mp.messaging.incoming.emails.group.id"))
        .isEqualTo("letstalk-emails");
    assertThat(source.getValue("mp.messaging.incoming.link-previews.topic"))
        .isEqualTo("link-previews");
  }

  @Test
  void a_channel_for_every_replica_has_a_group_of_its_own_and_begins_in_the_past() {
    defaults.setProperty("letstalk.channels.incoming", "notifications");
    defaults.setProperty("letstalk.channels.notifications.audience", "every-replica");
    ChannelsConfigSource source = source(Map.of());
    assertThat(source.getValue("mp.messaging.incoming.notifications.group.id"))
        .contains("${letstalk.replica.id}");
    assertThat(source.getValue("mp.messaging.incoming.notifications." + ReplayStart.WINDOW))
        .isEqualTo("${letstalk.channels.notifications.replay}");
  }

  @Test
  void a_service_that_reads_nothing_still_publishes() {
    assertThat(source(Map.of()).getPropertyNames())
        .contains("mp.messaging.outgoing.events.connector")
        .allMatch(name -> name.startsWith("mp.messaging.outgoing.events."));
  }

  @Test
  void what_is_published_is_stored_for_certain_and_overtaken_by_nothing() {
    ChannelsConfigSource source = source(Map.of());
    assertThat(source.getValue("mp.messaging.outgoing.events.acks")).isEqualTo("all");
    assertThat(source.getValue("mp.messaging.outgoing.events.enable.idempotence"))
        .isEqualTo("true");
    assertThat(
            source.getValue("mp.messaging.outgoing.events.max.in.flight.requests.per.connection"))
        .isEqualTo("1");
  }

  @Test
  void an_unknown_broker_is_refused_by_naming_the_known_ones() {
    assertThatThrownBy(() -> source(Map.of("LETSTALK_BROKER", "pigeons")))
        .hasMessageContaining("letstalk.broker=pigeons")
        .hasMessageContaining("kafka");
  }

  @Test
  void an_unknown_audience_is_refused() {
    defaults.setProperty("letstalk.channels.incoming", "emails");
    defaults.setProperty("letstalk.channels.emails.audience", "nobody");
    assertThatThrownBy(() -> source(Map.of()))
        .hasMessageContaining("letstalk.channels.emails.audience");
  }
}
