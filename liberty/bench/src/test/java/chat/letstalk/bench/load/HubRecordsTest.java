package chat.letstalk.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubRecordsTest {

  private final List<String> heard = new ArrayList<>();

  @Test
  void a_handshake_a_completion_and_a_close_are_told_apart() {
    read("{}\u001e{\"type\":3,\"invocationId\":\"0\",\"result\":null}\u001e{\"type\":7}\u001e");
    assertThat(heard)
        .containsExactly(
            "accepted",
            "completed {\"type\":3,\"invocationId\":\"0\",\"result\":null}",
            "closes {\"type\":7}");
  }

  @Test
  void every_push_of_a_joined_frame_is_heard_by_its_number() {
    read(push("1 is the number") + push("23 is the number") + push("4567 is the number"));
    assertThat(heard).containsExactly("pushed 1", "pushed 23", "pushed 4567");
  }

  @Test
  void pings_and_pushes_without_text_say_nothing() {
    read(
        "{\"type\":6}\u001e{\"type\":1,\"target\":\"SendNotificationAsync\","
            + "\"arguments\":[{\"chatId\":\"c\",\"title\":\"t\"},\"LinkPreviewDto\"]}\u001e");
    assertThat(heard).isEmpty();
  }

  @Test
  void what_a_former_frame_has_left_behind_is_not_read() {
    byte[] reused = (push("1 is here") + push("2 is old")).getBytes(UTF_8);
    HubRecords.read(reused, push("1 is here").length(), new Heard());
    assertThat(heard).containsExactly("pushed 1");
  }

  private static String push(String text) {
    return "{\"type\":1,\"target\":\"SendNotificationAsync\",\"arguments\":[{\"isMine\":false,"
        + "\"id\":\"9\",\"text\":\""
        + text
        + "\",\"textHtml\":\"<p>8</p>\"},\"MessageDto\"]}\u001e";
  }

  private void read(String frame) {
    byte[] bytes = frame.getBytes(UTF_8);
    HubRecords.read(bytes, bytes.length, new Heard());
  }

  private final class Heard implements HubRecords.Reader {

    @Override
    public void handshakeAccepted() {
      heard.add("accepted");
    }

    @Override
    public void completed(String record) {
      heard.add("completed " + record);
    }

    @Override
    public void pushed(int sequence) {
      heard.add("pushed " + sequence);
    }

    @Override
    public void closes(String record) {
      heard.add("closes " + record);
    }
  }
}
