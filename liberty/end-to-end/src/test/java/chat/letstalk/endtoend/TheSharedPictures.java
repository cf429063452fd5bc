package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.letstalk.images.Pictures;
import chat.letstalk.images.file.ImageFormat;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures in chats and avatars: the same wherever they are kept and worked on. */
abstract class TheSharedPictures {

  private static final byte[] PICTURE =
      Pictures.encoded(Pictures.quarters(1400, 1200), ImageFormat.WEBP);
  private static final byte[] AVATAR =
      Pictures.encoded(Pictures.quarters(512, 438), ImageFormat.WEBP);
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Stack stack;
  private Person alice;
  private Person bob;

  TheSharedPictures(Stack stack) {
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
  }

  @Test
  void a_picture_arrives_live_and_its_preview_after_it() {
    List<HubConnection> everybody = List.of(alice.connects(), bob.connects());
    JsonObject sent = alice.triesToSend(uploaded(alice, PICTURE)).ok().object();
    assertThat(sent.containsKey("text")).isFalse();
    for (HubConnection connection : everybody) {
      await().atMost(LONG).until(() -> connection.pushes().size() >= 2);
      List<Push> pushes = connection.pushes();
      assertThat(pushes).extracting(Push::type).containsExactly("MessageDto", "ImagePreviewDto");
      assertThat(pushes.get(0).id()).isEqualTo(sent.getString("id"));
      assertThat(pushes.get(0).payload().get("image")).isEqualTo(sent.get("image"));
      isThePreview(pushes.get(1).payload(), sent);
    }
    for (Person member : List.of(alice, bob)) {
      JsonObject inHistory = member.history("").get(0);
      assertThat(inHistory.get("image")).isEqualTo(sent.get("image"));
      isThePreview(inHistory.getJsonObject("imagePreview"), sent);
    }
  }

  private void isThePreview(JsonObject preview, JsonObject sent) {
    assertThat(preview.getString("messageId")).isEqualTo(sent.getString("id"));
    assertThat(preview.getString("chatId")).isEqualTo(sent.getString("chatId"));
    assertThat(preview.getInt("width")).isEqualTo(512);
    assertThat(preview.getInt("height")).isEqualTo(439);
    assertThat(preview.getString("id"))
        .isNotEqualTo(sent.getJsonObject("image").getString("id"))
        .doesNotContain("_");
    assertThat(statusOf(bob, preview.getString("id"))).isEqualTo(200);
  }

  @Test
  void only_the_members_of_a_chat_see_its_pictures() {
    Person mallory = Person.signedIn(stack, "Mallory");
    JsonObject sent = alice.triesToSend(uploaded(alice, PICTURE)).ok().object();
    String id = sent.getJsonObject("image").getString("id");
    assertThat(files(bob).get(id).body()).isEqualTo(PICTURE);
    assertThat(statusOf(alice, id)).isEqualTo(200);
    assertThat(statusOf(mallory, id)).isEqualTo(404);
  }

  @Test
  void a_picture_that_is_not_ones_own_is_refused_and_nothing_is_sent() {
    JsonObject hers = uploaded(alice, PICTURE);
    refused(bob.triesToSend(hers));
    refused(alice.triesToSend(with(hers, "signature", "")));
    refused(alice.triesToSend(with(hers, "signature", hers.getString("signature") + "x")));
    refused(alice.triesToSend(with(hers, "id", "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f")));
    refused(alice.triesToShow(hers));
    assertThat(alice.history("")).isEmpty();
    assertThat(statusOf(bob, hers.getString("id"))).isEqualTo(404);
    alice.triesToSend(hers).ok();
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.object().getJsonObject("errors").getJsonArray("image").getString(0))
        .isNotBlank();
  }

  private static JsonObject with(JsonObject image, String member, String value) {
    return Json.createObjectBuilder(image).add(member, value).build();
  }

  @Test
  void an_avatar_is_shown_to_everybody_until_another_takes_its_place() {
    String first = shows(alice);
    assertThat(statusOf(Person.signedIn(stack, "Carol"), first)).isEqualTo(200);
    String second = shows(alice);
    assertThat(statusOf(bob, second)).isEqualTo(200);
    await().atMost(LONG).until(() -> statusOf(bob, first) == 404);
    alice.fillsInProfile("Alice", "Renamed");
    assertThat(alice.profile().getJsonObject("image").getString("id")).isEqualTo(second);
  }

  /** Gives somebody a new avatar, which all lists show; its id. */
  private String shows(Person person) {
    JsonObject avatar = uploadedAvatar(person);
    JsonObject shown = person.triesToShow(avatar).ok().object().getJsonObject("image");
    assertThat(shown.getString("id")).isEqualTo(avatar.getString("id"));
    assertThat(person.profile().getJsonObject("image")).isEqualTo(shown);
    assertThat(bob.chatSummary().getJsonObject("image")).isEqualTo(shown);
    assertThat(bob.contacts())
        .filteredOn(contact -> contact.getString("id").equals(person.id()))
        .singleElement()
        .satisfies(contact -> assertThat(contact.getJsonObject("image")).isEqualTo(shown));
    return avatar.getString("id");
  }

  private JsonObject uploaded(Person person, byte[] picture) {
    return GrpcWebFiles.asSent(files(person).upload(picture));
  }

  private JsonObject uploadedAvatar(Person person) {
    return GrpcWebFiles.asSent(files(person).uploadAvatar(AVATAR));
  }

  private int statusOf(Person person, String imageId) {
    return files(person).get(imageId).statusCode();
  }

  private GrpcWebFiles files(Person person) {
    return new GrpcWebFiles(stack.files(), person.token());
  }
}
