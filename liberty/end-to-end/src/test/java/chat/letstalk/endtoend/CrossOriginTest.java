package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers ask before and after calls of a page from elsewhere: pictures and the hub. */
class CrossOriginTest {

  private static final String PAGE = "http://localhost:4200";
  private static final Stack STACK = Stack.allInOne();
  private static final Rest FILES = new Rest(STACK.files(), null);
  private static final Rest HUB = new Rest(STACK.negotiate(), null);

  private static Answer preflight(Rest rest, String path, String method, String headers) {
    return rest.send(
        rest.request(path)
            .header("Origin", PAGE)
            .header("Access-Control-Request-Method", method)
            .header("Access-Control-Request-Headers", headers)
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  private static String header(Answer answer, String name) {
    return answer.headers().firstValue(name).orElse("").toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @ValueSource(strings = {GrpcWebFiles.UPLOAD, GrpcWebFiles.DOWNLOAD})
  void grpc_web_may_be_called_and_its_errors_read(String path) {
    String asked = "authorization,content-type,x-grpc-web,x-user-agent";
    Answer allowed = preflight(FILES, path, "POST", asked).ok();
    assertThat(header(allowed, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(allowed, "Access-Control-Allow-Methods")).contains("post");
    assertThat(header(allowed, "Access-Control-Allow-Headers")).contains(asked.split(","));

    Answer answer =
        FILES.send(
            FILES
                .request(path)
                .header("Origin", PAGE)
                .header("Content-Type", "application/grpc-web+proto")
                .POST(BodyPublishers.noBody()));
    assertThat(answer.headers().firstValue("grpc-status")).contains("16");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer, "Access-Control-Expose-Headers"))
        .contains("grpc-status", "grpc-message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/images/0196a5b6-0000-7000-8000-000000000000", "/images/"})
  void pictures_may_be_fetched_and_refusals_read(String path) {
    Answer allowed = preflight(FILES, path, "GET", "authorization").ok();
    assertThat(header(allowed, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(allowed, "Access-Control-Allow-Headers")).contains("authorization");
    Answer refused = FILES.send(FILES.request(path).header("Origin", PAGE).GET());
    assertThat(refused.status()).isEqualTo(401);
    assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  /** Microsoft's client for browsers sends credentials, and then a browser takes no asterisk. */
  @ParameterizedTest
  @ValueSource(strings = {"/messagehub/negotiate?negotiateVersion=1", "/messagehub/negotiate"})
  void the_negotiation_may_come_with_credentials(String path) {
    String asked = "authorization,x-requested-with,x-signalr-user-agent";
    Answer allowed = preflight(HUB, path, "POST", asked).ok();
    assertThat(header(allowed, "Access-Control-Allow-Headers")).contains(asked.split(","));
    Answer answer =
        HUB.send(HUB.request(path).header("Origin", PAGE).POST(BodyPublishers.noBody())).ok();
    for (Answer each : new Answer[] {allowed, answer}) {
      assertThat(header(each, "Access-Control-Allow-Origin")).isEqualTo(PAGE);
      assertThat(header(each, "Access-Control-Allow-Credentials")).isEqualTo("true");
    }
  }

  /** Browsers would send it along with calls of any page. */
  @Test
  void the_hub_gives_no_cookie() {
    CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    HttpClient.newBuilder()
        .cookieHandler(cookies)
        .build()
        .newWebSocketBuilder()
        .buildAsync(STACK.hub(), new WebSocket.Listener() {})
        .join()
        .abort();
    assertThat(cookies.getCookieStore().getCookies()).isEmpty();
  }
}
