package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.signalr.HubConnectionBuilder;
import com.microsoft.signalr.HubConnectionState;
import com.microsoft.signalr.HubException;
import io.reactivex.rxjava3.core.Single;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Microsoft's own client in its default settings: negotiate, then the WebSocket. */
class MicrosoftSignalRClientTest {

  private final Stack stack = Stack.allInOne();
  private final List<JsonObject> pushes = new CopyOnWriteArrayList<>();
  private Person alice;
  private Person bob;
  private com.microsoft.signalr.HubConnection hub;

  @BeforeEach
  void two_people_chat() {
    alice = Person.signedIn(stack, "Alice");
    bob = Person.signedIn(stack, "Bob");
    alice.startsChatWith(bob);
    bob.startsChatWith(alice);
  }

  @AfterEach
  void they_leave() {
    if (hub != null) {
      hub.stop().blockingAwait();
    }
  }

  private com.microsoft.signalr.HubConnection client(String token) {
    var builder = HubConnectionBuilder.create(stack.negotiate().toString());
    if (token != null) {
      builder.withAccessTokenProvider(Single.just(token));
    }
    hub = builder.build();
    hub.on("SendNotificationAsync", (dto, type) -> pushes.add(dto), JsonObject.class, String.class);
    return hub;
  }

  private boolean sees(jakarta.json.JsonObject message) {
    return pushes.stream()
        .anyMatch(push -> push.get("id").getAsString().equals(message.getString("id")));
  }

  @Test
  void it_negotiates_authorises_and_receives() {
    var bobs = client(null);
    bobs.start().blockingAwait();
    assertThat(bobs.getConnectionState()).isEqualTo(HubConnectionState.CONNECTED);
    assertThat(bobs.getConnectionId()).isNotEmpty();
    bobs.invoke("AuthorizeAsync", bob.token()).blockingAwait();
    var sent = alice.sends("Hello, Microsoft");
    await().until(() -> sees(sent));
  }

  @Test
  void its_access_token_serves_in_place_of_authorize() {
    client(bob.token()).start().blockingAwait();
    var sent = alice.sends("Hello, access_token");
    await().until(() -> sees(sent));
  }

  @Test
  void after_a_reconnect_it_resumes_where_it_left_off() {
    var bobs = client(null);
    bobs.start().blockingAwait();
    bobs.invoke("AuthorizeAsync", bob.token()).blockingAwait();
    String firstConnection = bobs.getConnectionId();
    var before = alice.sends("before");
    await().until(() -> sees(before));
    String lastEvent = pushes.get(0).get("eventId").getAsString();
    bobs.stop().blockingAwait();
    var meanwhile = alice.sends("meanwhile");

    bobs.start().blockingAwait();
    assertThat(bobs.getConnectionId()).isNotEqualTo(firstConnection);
    JsonObject result =
        bobs.invoke(JsonObject.class, "AuthorizeAsync", bob.token(), lastEvent).blockingGet();
    assertThat(result.get("resumed").getAsBoolean()).isTrue();
    await().until(() -> sees(meanwhile));
    assertThat(pushes).hasSize(2);
  }

  @Test
  void an_event_that_is_no_longer_known_tells_the_client_to_reload() {
    var bobs = client(null);
    bobs.start().blockingAwait();
    JsonObject result =
        bobs.invoke(
                JsonObject.class,
                "AuthorizeAsync",
                bob.token(),
                "00000000-0000-7000-8000-000000000000")
            .blockingGet();
    assertThat(result.get("resumed").getAsBoolean()).isFalse();
  }

  @Test
  void an_unknown_method_is_an_error_of_that_call_alone() {
    var bobs = client(bob.token());
    bobs.start().blockingAwait();
    assertThatThrownBy(() -> bobs.invoke("NoSuchMethod", 1).blockingAwait())
        .isInstanceOf(HubException.class);
    var sent = alice.sends("Still there?");
    await().until(() -> sees(sent));
  }
}
