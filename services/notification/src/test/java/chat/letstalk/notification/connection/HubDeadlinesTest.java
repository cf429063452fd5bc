package chat.letstalk.notification.connection;

import static chat.letstalk.notification.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.notification.BareClient;
import chat.letstalk.notification.HubServer;
import chat.letstalk.notification.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody keeps a connection for nothing. */
class HubDeadlinesTest {

  /** Long enough for what a client has to do before it, the very first in this process too. */
  private static final Duration SHORT = Duration.ofSeconds(2);

  private HubServer server;

  private HubServer server(Limits limits) {
    server = new HubServer(limits.build());
    return server;
  }

  @AfterEach
  void nothing_is_left() {
    await().until(() -> server.hub.connections() == 0);
    server.close();
  }

  @Test
  void who_never_shakes_hands_is_cut_off() {
    var client = server(Limits.patient().handshakeWithin(SHORT)).connects();
    client.isCutOff();
    assertThat(client.records()).allMatch(record -> record.containsKey("error"));
  }

  @Test
  void who_never_authorises_is_cut_off_and_hears_nothing() {
    var client = server(Limits.patient().authorizeWithin(SHORT)).connects().shakesHands();
    server.pushes("not for everybody", "alice", "bob");
    assertThat(client.goodbye().getBoolean("allowReconnect")).isTrue();
    assertThat(client.pushes()).isEmpty();
  }

  @Test
  void a_worthless_token_is_completed_without_error_and_hears_nothing_until_it_is_cut_off() {
    var client = server(Limits.patient().authorizeWithin(SHORT)).connects().shakesHands();
    assertThat(client.authorizes("worthless", "0").containsKey("error")).isFalse();
    server.pushes("not for everybody", "alice", "bob");
    assertThat(client.goodbye().containsKey("allowReconnect")).isFalse();
    assertThat(client.pushes()).isEmpty();
  }

  @Test
  void who_falls_silent_is_cut_off_after_pings_that_nobody_answers() {
    var client = server(Limits.patient().silence(Duration.ofMillis(50), SHORT)).connects("bob");
    assertThat(client.goodbye().getBoolean("allowReconnect")).isTrue();
    assertThat(client.ofType(6)).hasSizeGreaterThan(1);
  }

  @Test
  void a_revoked_token_ends_its_live_connections_and_no_other() {
    server(Limits.patient());
    String token = server.tokens.of("bob");
    var revoked = server.connects().shakesHands();
    revoked.authorizes(token, "0");
    var other = server.connects("bob");
    server.tokens.revoke(token);
    assertThat(revoked.goodbye().getString("error")).contains("revoked");
    server.pushes("still there", "alice", "bob");
    other.hears("still there");
    other.close();
  }

  @Test
  void a_token_that_expires_ends_its_live_connections() {
    server(Limits.patient());
    var client = server.connects().shakesHands();
    client.authorizes(server.tokens.of("bob", Instant.now().plusSeconds(3)), "0");
    assertThat(client.goodbye().getString("error")).contains("expired");
  }

  @Test
  void while_nobody_can_check_tokens_clients_are_asked_to_come_back() {
    server(Limits.patient());
    var client = server.connects().shakesHands();
    server.tokens.goAway();
    client.authorizes("whatever", "0");
    assertThat(client.goodbye().getBoolean("allowReconnect")).isTrue();
  }

  @Test
  void when_a_check_breaks_down_the_client_is_asked_to_come_back_rather_than_left_deaf() {
    server(Limits.patient());
    var client = server.connects().shakesHands();
    server.tokens.breakDown();
    client.authorizes("whatever", "0");
    assertThat(client.goodbye().getBoolean("allowReconnect")).isTrue();
  }

  @Test
  void one_connection_too_many_is_asked_to_come_back() {
    server(Limits.patient().connections(1, 1));
    var first = server.connects("bob");
    assertThat(server.connects().goodbye().getBoolean("allowReconnect")).isTrue();
    first.close();
  }

  @Test
  void one_connection_too_many_of_an_account_displaces_its_oldest() {
    server(Limits.patient().connections(10, 2));
    var first = server.connects("bob");
    var second = server.connects("bob");
    var third = server.connects("bob");
    assertThat(first.goodbye().getString("error")).contains("Too many");
    server.pushes("hello", "alice", "bob");
    second.hears("hello");
    third.hears("hello");
    second.close();
    third.close();
  }

  @Test
  void a_close_record_is_answered_with_the_close() {
    server(Limits.patient());
    var client = server.connects("bob").says("{\"type\":7}");
    client.isCutOff();
    assertThat(client.closeCode()).isEqualTo(1000);
  }

  @Test
  void at_the_end_every_client_is_asked_to_come_back() {
    server(Limits.patient());
    var clients = Stream.generate(() -> server.connects("bob")).limit(20).toList();
    server.hub.close();
    for (BareClient client : clients) {
      assertThat(client.goodbye().getBoolean("allowReconnect")).isTrue();
    }
    assertThat(server.hub.alive()).isFalse();
  }

  @Test
  void who_comes_when_the_hub_has_closed_is_sent_on() {
    server(Limits.patient());
    server.hub.close();
    assertThat(server.connects().goodbye().getBoolean("allowReconnect")).isTrue();
  }
}
