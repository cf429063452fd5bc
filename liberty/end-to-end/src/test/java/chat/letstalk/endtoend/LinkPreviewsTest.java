package chat.letstalk.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.contracts.channel.Channels;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link is looked at, by the service itself and by its function alike. */
class LinkPreviewsTest {

  private static final byte[] PAGE =
      "<html><head><title>Tea &amp; biscuits</title></head><body>four o'clock</body></html>"
          .getBytes(UTF_8);

  private HttpServer site;

  @BeforeEach
  void somebody_has_a_page() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/tea",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
          }
        });
    site.start();
  }

  @AfterEach
  void stop() {
    site.stop(0);
  }

  @Test
  void the_service_finds_the_title() {
    findsTheTitle(Stack.allInOne());
  }

  @Test
  void the_function_finds_the_title() {
    findsTheTitle(Stack.separate());
  }

  private void findsTheTitle(Stack stack) {
    String messageId = UUID.randomUUID().toString();
    String url = "http://127.0.0.1:" + site.getAddress().getPort() + "/tea";
    Events.publish(
        stack,
        Channels.LINK_PREVIEW_REQUESTS,
        Json.createObjectBuilder()
            .add("eventId", UUID.randomUUID().toString())
            .add("messageId", messageId)
            .add("chatId", UUID.randomUUID().toString())
            .add("url", url)
            .build());
    JsonObject ready = Events.find(stack, Channels.LINK_PREVIEWS, messageId);
    assertThat(ready.getString("title")).isEqualTo("Tea & biscuits");
    assertThat(ready.getString("url")).isEqualTo(url);
  }
}
