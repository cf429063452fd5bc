package chat.letstalk.notification.connection;

import static chat.letstalk.notification.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.notification.BareClient;
import chat.letstalk.notification.HubServer;
import chat.letstalk.notification.Limits;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever misuses the hub loses that connection; everybody else hears on. */
class HubAttacksTest {

  private final HubServer server = new HubServer(Limits.patient().build());
  private final BareClient bob = server.connects("bob");

  @AfterEach
  void everybody_else_hears_on() {
    server.pushes("Still there?", "alice", "bob");
    bob.hears("Still there?");
    server.close();
  }

  private static void tries(Runnable attack) {
    try {
      attack.run();
    } catch (CompletionException | IllegalStateException closedBeforeTheLastByte) {
      assertThat(closedBeforeTheLastByte).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "42",
        "null",
        "{",
        "{\"type\":6}",
        "{\"protocol\":\"messagepack\",\"version\":1}",
        "{\"protocol\":\"json\",\"version\":99}",
        "{\"protocol\":\"json\",\"version\":1e999999999}",
        "{\"protocol\":{},\"version\":\"1\"}"
      })
  void a_handshake_that_is_none_is_told_so_and_cut_off(String handshake) {
    var client = server.connects().says(handshake);
    client.isCutOff();
    assertThat(client.records()).hasSize(1).allMatch(record -> record.containsKey("error"));
    assertThat(server.meter.refused).containsExactly("handshake");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense", "[]", "42", "{\"type\":\"1\"}", "{\"type\":1}", "{}", "{\"type\":99}"})
  void a_record_that_is_none_is_told_so_and_cut_off(String record) {
    var client = server.connects("mallory").says(record);
    assertThat(client.goodbye().getString("error")).isNotEmpty();
    assertThat(client.goodbye().containsKey("allowReconnect")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":1,\"target\":\"NoSuchMethod\",\"arguments\":[],\"invocationId\":\"7\"}",
        "{\"type\":1,\"target\":\"AuthorizeAsync\",\"arguments\":[],\"invocationId\":\"7\"}",
        "{\"type\":1,\"target\":\"AuthorizeAsync\",\"arguments\":[{}],\"invocationId\":\"7\"}",
        "{\"type\":1,\"target\":\"AuthorizeAsync\",\"arguments\":[1e999999999],\"invocationId\":\"7\"}",
        "{\"type\":4,\"target\":\"NoSuchStream\",\"arguments\":[],\"invocationId\":\"7\"}"
      })
  void a_call_that_cannot_be_is_answered_with_an_error(String call) {
    var client = server.connects("mallory").says(call);
    await().until(() -> client.ofType(3).size() == 2);
    assertThat(client.ofType(3).get(1).getString("error")).isNotEmpty();
    assertThat(client.isClosed()).isFalse();
  }

  @Test
  void a_huge_frame_is_cut_off() {
    var client = server.connects("mallory");
    tries(() -> client.says("{\"type\":6,\"x\":\"" + "x".repeat(1 << 20) + "\"}"));
    client.isCutOff();
  }

  @Test
  void a_record_without_end_is_cut_off() {
    var client = server.connects("mallory");
    tries(
        () -> {
          for (int n = 0; n < 1_000 && !client.isClosed(); n++) {
            client.sends("x".repeat(8_192), true);
          }
        });
    client.isCutOff();
  }

  @Test
  void a_frame_without_end_is_cut_off() {
    var client = server.connects("mallory");
    tries(
        () -> {
          for (int n = 0; n < 1_000 && !client.isClosed(); n++) {
            client.sends("x".repeat(8_192), false);
          }
        });
    client.isCutOff();
  }

  @Test
  void a_huge_array_and_deep_nesting_are_cut_off() {
    String call = "{\"type\":1,\"target\":\"X\",\"invocationId\":\"1\",\"arguments\":";
    var wide = server.connects("mallory").says(call + "[" + "1,".repeat(10_000) + "1]}");
    assertThat(wide.goodbye().getString("error")).contains("arguments");
    var deep = server.connects("mallory").says(call + "[".repeat(15_000) + "]".repeat(15_000));
    assertThat(deep.goodbye().getString("error")).contains("deeper");
  }

  @Test
  void thousands_of_calls_are_too_many() {
    var client = server.connects("mallory");
    tries(
        () -> {
          for (int n = 1; n <= 5_000 && !client.isClosed(); n++) {
            client.says("{\"type\":1,\"target\":\"Spam\",\"arguments\":[],\"invocationId\":\"s\"}");
          }
        });
    client.isCutOff();
    assertThat(server.meter.refused).contains("calls");
    assertThat(client.ofType(3)).hasSizeLessThan(200);
  }

  @Test
  void a_binary_frame_that_is_no_text_is_cut_off() {
    var client = server.connects("mallory");
    client.socket().sendBinary(ByteBuffer.wrap(new byte[] {(byte) 0xC0, (byte) 0xAF}), true).join();
    assertThat(client.goodbye().getString("error")).contains("UTF-8");
  }

  @Test
  void a_huge_binary_frame_is_cut_off() {
    var client = server.connects("mallory");
    tries(() -> client.socket().sendBinary(ByteBuffer.allocate(1 << 20), true).join());
    client.isCutOff();
  }

  @Test
  void a_foreign_page_cannot_connect() {
    for (String origin : new String[] {"https://evil.example.com", "null", "http://127.0.0.1:1"}) {
      assertThatThrownBy(() -> BareClient.opensTo(server.socket(""), "Origin", origin))
          .as(origin)
          .hasMessageContaining("WebSocketHandshakeException");
    }
    assertThat(server.meter.refused).containsExactly("origin", "origin", "origin");
  }

  @Test
  void a_page_of_the_house_and_an_allowed_one_can_connect() {
    String own = server.http("").toString();
    for (String origin : new String[] {own, HubServer.FRIEND}) {
      BareClient.opensTo(server.socket(""), "Origin", origin).shakesHands();
    }
    assertThat(server.meter.refused).isEmpty();
  }

  @Test
  void a_connection_token_that_was_never_given_is_refused() {
    assertThatThrownBy(() -> BareClient.opensTo(server.socket("?id=never-given")))
        .hasMessageContaining("WebSocketHandshakeException");
  }
}
