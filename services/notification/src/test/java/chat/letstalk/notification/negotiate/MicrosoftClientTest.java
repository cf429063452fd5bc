package chat.letstalk.notification.negotiate;

import static chat.letstalk.notification.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.notification.HubServer;
import chat.letstalk.notification.Limits;
import com.google.gson.JsonObject;
import com.microsoft.signalr.HubConnection;
import com.microsoft.signalr.HubConnectionBuilder;
import com.microsoft.signalr.HubConnectionState;
import com.microsoft.signalr.HubException;
import io.reactivex.rxjava3.core.Single;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Microsoft's own client, with and without negotiation. */
class MicrosoftClientTest {

  private final HubServer server = new HubServer(Limits.patient().build());
  private final List<JsonObject> pushes = new CopyOnWriteArrayList<>();
  private HubConnection client;

  @AfterEach
  void theyAllLeave() {
    stops();
    server.close();
  }

  /**
   * Tomcat, which stands in for Liberty here, now and then ends the TCP connection before its own
   * close frame has left. How the client stops is asserted end to end, on Liberty.
   */
  private void stops() {
    client.stop().onErrorComplete().blockingAwait();
  }

  private HubConnection client(String token, boolean skipNegotiate) {
    var builder =
        HubConnectionBuilder.create(server.http("/messagehub").toString())
            .shouldSkipNegotiate(skipNegotiate);
    if (skipNegotiate) {
      builder.withTransport(com.microsoft.signalr.TransportEnum.WEBSOCKETS);
    }
    if (token != null) {
      builder.withAccessTokenProvider(Single.just(token));
    }
    client = builder.build();
    client.on(
        "SendNotificationAsync", (dto, type) -> pushes.add(dto), JsonObject.class, String.class);
    return client;
  }

  private void hears(String... texts) {
    await()
        .until(
            () ->
                pushes.stream()
                    .map(push -> push.get("text").getAsString())
                    .toList()
                    .equals(List.of(texts)));
  }

  @Test
  void it_negotiates_authorises_and_receives() {
    client(null, false).start().blockingAwait();
    assertThat(client.getConnectionState()).isEqualTo(HubConnectionState.CONNECTED);
    assertThat(client.getConnectionId()).isNotEmpty();
    client.invoke("AuthorizeAsync", server.tokens.of("bob")).blockingAwait();
    server.pushes("hello", "alice", "bob");
    hears("hello");
  }

  @Test
  void its_access_token_serves_in_place_of_authorize() {
    client(server.tokens.of("bob"), false).start().blockingAwait();
    await().until(() -> server.hub.authorized() == 1);
    server.pushes("hello", "alice", "bob");
    hears("hello");
  }

  @Test
  void it_connects_without_negotiation_too() {
    client(server.tokens.of("bob"), true).start().blockingAwait();
    await().until(() -> server.hub.authorized() == 1);
    server.pushes("hello", "alice", "bob");
    hears("hello");
  }

  @Test
  void a_worthless_access_token_does_not_connect() {
    for (boolean skipNegotiate : new boolean[] {false, true}) {
      assertThatThrownBy(() -> client("worthless", skipNegotiate).start().blockingAwait())
          .isInstanceOf(RuntimeException.class);
      assertThat(client.getConnectionState()).isEqualTo(HubConnectionState.DISCONNECTED);
    }
  }

  @Test
  void after_a_reconnect_it_resumes_where_it_left_off() {
    client(null, false).start().blockingAwait();
    client.invoke("AuthorizeAsync", server.tokens.of("bob")).blockingAwait();
    String before = client.getConnectionId();
    server.pushes("before", "alice", "bob");
    hears("before");
    stops();
    server.pushes("meanwhile", "alice", "bob");
    client.start().blockingAwait();
    assertThat(client.getConnectionId()).isNotEqualTo(before);
    var result =
        client
            .invoke(
                JsonObject.class,
                "AuthorizeAsync",
                server.tokens.of("bob"),
                pushes.get(0).get("eventId").getAsString())
            .blockingGet();
    assertThat(result.get("resumed").getAsBoolean()).isTrue();
    hears("before", "meanwhile");
  }

  @Test
  void an_unknown_method_is_an_error_of_that_call_alone() {
    client(server.tokens.of("bob"), false).start().blockingAwait();
    assertThatThrownBy(() -> client.invoke("NoSuchMethod", 1).blockingAwait())
        .isInstanceOf(HubException.class);
    server.pushes("hello", "alice", "bob");
    hears("hello");
  }

  @Test
  void it_hears_that_the_server_goes_and_is_closed() {
    client(server.tokens.of("bob"), false).start().blockingAwait();
    server.hub.close();
    await().until(() -> client.getConnectionState() == HubConnectionState.DISCONNECTED);
  }
}
