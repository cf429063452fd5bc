package chat.letstalk.notification.connection;

import static chat.letstalk.notification.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.notification.BareClient;
import chat.letstalk.notification.HubServer;
import chat.letstalk.notification.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol as clients may speak it, in frames of any shape. */
class ConversationTest {

  private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}\u001e";
  private static final String PING = "{\"type\":6}\u001e";

  private final HubServer server = new HubServer(Limits.patient().build());

  @AfterEach
  void stop() {
    server.close();
  }

  private String authorize(String account) {
    return "{\"type\":1,\"target\":\"AuthorizeAsync\",\"arguments\":[\"%s\"],\"invocationId\":\"0\"}\u001e"
        .formatted(server.tokens.of(account));
  }

  @Test
  void everything_may_come_in_one_frame() {
    var bob = server.connects().sends(HANDSHAKE + PING + authorize("bob"), true);
    await().until(() -> bob.ofType(3).size() == 1);
    assertThat(bob.records().get(0)).isEmpty();
    assertThat(bob.ofType(3).get(0).getString("invocationId")).isEqualTo("0");
    server.pushes("hello", "alice", "bob");
    bob.hears("hello");
  }

  @Test
  void a_record_may_come_in_many_frames_and_a_frame_in_many_pieces() {
    var bob = server.connects();
    for (char c : (HANDSHAKE + PING + authorize("bob")).toCharArray()) {
      bob.sends(String.valueOf(c), c % 2 == 0);
    }
    bob.sends("", true);
    await().until(() -> bob.ofType(3).size() == 1);
    server.pushes("hello", "alice", "bob");
    bob.hears("hello");
  }

  @Test
  void binary_frames_are_text_as_well() {
    var bob = server.connects();
    var all = ByteBuffer.wrap((HANDSHAKE + authorize("bob")).getBytes(StandardCharsets.UTF_8));
    bob.socket().sendBinary(all, true).join();
    await().until(() -> bob.ofType(3).size() == 1);
    server.pushes("hello", "alice", "bob");
    bob.hears("hello");
  }

  @Test
  void a_call_without_an_id_gets_no_answer() {
    var bob = server.connects().sends(HANDSHAKE, true);
    bob.sends(authorize("bob").replace(",\"invocationId\":\"0\"", ""), true);
    await().until(() -> server.hub.authorized() == 1);
    server.pushes("hello", "alice", "bob");
    bob.hears("hello");
    assertThat(bob.ofType(3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":2,\"invocationId\":\"1\",\"item\":42}",
        "{\"type\":3,\"invocationId\":\"1\",\"result\":{\"a\":[1,2,3]}}",
        "{\"type\":5,\"invocationId\":\"1\"}",
        "{\"type\":6,\"unknown\":{\"deep\":[true,null]}}",
        "{\"type\":8,\"sequenceId\":12345678901234567890}",
        "{\"type\":9,\"sequenceId\":1}"
      })
  void what_means_nothing_to_the_hub_is_passed_over(String record) {
    var bob = server.connects("bob").says(record);
    server.pushes("hello", "alice", "bob");
    bob.hears("hello");
    assertThat(bob.isClosed()).isFalse();
  }

  @Test
  void who_authorises_as_somebody_else_hears_that_account_alone() {
    var client = server.connects("bob");
    client.authorizes(server.tokens.of("carol"), "1");
    server.pushes("for bob", "alice", "bob");
    server.pushes("for carol", "alice", "carol");
    client.hears("for carol");
  }

  @Test
  void a_token_may_come_with_the_opening_in_the_query_or_in_the_header() {
    String token = server.tokens.of("bob");
    var byQuery = BareClient.opensTo(server.socket("?access_token=" + token)).shakesHands();
    var byHeader =
        BareClient.opensTo(server.socket(""), "Authorization", "Bearer " + token).shakesHands();
    await().until(() -> server.hub.authorized() == 2);
    server.pushes("hello", "alice", "bob");
    byQuery.hears("hello");
    byHeader.hears("hello");
  }
}
