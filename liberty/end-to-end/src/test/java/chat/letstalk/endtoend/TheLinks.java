package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message with a link gets the site's title and picture live: wherever pages are looked at. */
abstract class TheLinks {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final Stack stack;
  private final WebSite site = new WebSite();
  private Person alice;
  private Person bob;

  TheLinks(Stack stack) {
    this.stack = stack;
  }

  @BeforeEach
  void two_people_chat() {
    alice = Person.signedIn(stack, "Alice");
    bob = Person.signedIn(stack, "Bob");
    alice.startsChatWith(bob);
    bob.startsChatWith(alice);
  }

  @AfterEach
  void they_leave() {
    alice.close();
    bob.close();
    site.close();
  }

  @Test
  void a_links_preview_arrives_live_after_its_message_and_stays_in_history() {
    String url =
        site.shows(
            "/article",
            "<title>other</title><meta property=og:title content='Caf&eacute; &lt;b&gt; 😀'>"
                + "<meta property=og:image content='/a.png'>");
    List<HubConnection> everybody = List.of(alice.connects(), bob.connects());
    JsonObject sent = alice.sends("look: " + url + " isn't it");
    for (HubConnection connection : everybody) {
      await().atMost(LONG).until(() -> connection.pushes().size() >= 2);
      List<Push> pushes = connection.pushes();
      assertThat(pushes).extracting(Push::type).containsExactly("MessageDto", "LinkPreviewDto");
      assertThat(pushes.get(0).id()).isEqualTo(sent.getString("id"));
      isThePreview(pushes.get(1).payload(), sent, url);
    }
    for (Person member : List.of(alice, bob)) {
      isThePreview(member.history("").get(0).getJsonObject("linkPreview"), sent, url);
    }
  }

  private void isThePreview(JsonObject preview, JsonObject sent, String url) {
    assertThat(preview.getString("messageId")).isEqualTo(sent.getString("id"));
    assertThat(preview.getString("chatId")).isEqualTo(sent.getString("chatId"));
    assertThat(preview.getString("url")).isEqualTo(url);
    assertThat(preview.getString("title")).isEqualTo("Café <b> 😀");
    assertThat(preview.getString("imageUrl")).isEqualTo(site.address("/a.png"));
  }

  @Test
  void a_link_that_leads_nowhere_leaves_the_message_as_it_is_and_the_next_one_gets_its_preview() {
    HubConnection his = bob.connects();
    JsonObject dead = alice.sends("dead: " + site.answers("/dead", 500, "text/html", "<title>x"));
    JsonObject plain =
        alice.sends("plain: " + site.answers("/plain", 200, "text/plain", "<title>x</title>"));
    JsonObject good = alice.sends("good: " + site.shows("/good", "<title>Good</title>"));
    await().atMost(LONG).until(() -> his.pushes().size() >= 4);
    assertThat(his.pushes())
        .filteredOn(push -> push.type().equals("LinkPreviewDto"))
        .singleElement()
        .satisfies(
            push ->
                assertThat(push.payload().getString("messageId")).isEqualTo(good.getString("id")));
    assertThat(bob.history("")).hasSize(3).startsWith(asHeSees(dead), asHeSees(plain));
  }

  private JsonObject asHeSees(JsonObject sent) {
    return jakarta.json.Json.createObjectBuilder(sent).add("isMine", false).build();
  }

  @Test
  void a_link_that_is_sent_again_and_again_is_fetched_once() {
    String url = site.shows("/popular", "<title>Popular</title>");
    HubConnection his = bob.connects();
    for (int n = 0; n < 5; n++) {
      alice.sends("again: " + url);
    }
    await()
        .atMost(LONG)
        .until(
            () ->
                his.pushes().stream().filter(p -> p.type().equals("LinkPreviewDto")).count() == 5);
    assertThat(site.visitsOf("/popular")).isEqualTo(1);
  }
}
