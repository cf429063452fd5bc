package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.contracts.channel.Channels;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What no service can read stops none of them. */
class DeadLettersTest {

  private static final List<String> CHANNELS =
      List.of(
          Channels.NOTIFICATIONS,
          Channels.EMAILS,
          Channels.LINK_PREVIEW_REQUESTS,
          Channels.LINK_PREVIEWS,
          Channels.IMAGE_PREVIEW_REQUESTS,
          Channels.IMAGE_PREVIEWS,
          Channels.IMAGE_REMOVALS);

  private final Stack stack = Stack.allInOne();

  @Test
  void poison_on_every_channel_goes_to_the_dead_letters_and_every_channel_goes_on() {
    String poison = UUID.randomUUID().toString();
    CHANNELS.forEach(
        channel -> Events.publish(stack, channel, poison, "{\"eventId\":\"" + poison + "\","));
    for (String channel : CHANNELS) {
      assertThat(Events.reasonOf(stack, channel, poison)).as(channel).isNotBlank();
    }
    try (WebSite site = new WebSite();
        Person alice = Person.signedIn(stack, "Alice");
        Person bob = Person.signedIn(stack, "Bob")) {
      alice.startsChatWith(bob);
      bob.startsChatWith(alice);
      bob.connects();
      JsonObject sent = alice.sends("still there? " + site.shows("/", "<title>Yes</title>"));
      bob.eventually().sees(sent);
      bob.eventually().seesOfType("LinkPreviewDto");
    }
  }
}
