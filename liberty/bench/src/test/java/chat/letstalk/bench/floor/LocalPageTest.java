package chat.letstalk.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class LocalPageTest {

  @Test
  void there_is_one_page_with_a_title_and_no_rules_for_robots() throws Exception {
    try (LocalPage page = LocalPage.open()) {
      HttpResponse<String> found = get(page.url());
      assertThat(found.statusCode()).isEqualTo(200);
      assertThat(found.body()).contains("og:title").hasSize(page.bytes());
      assertThat(get(page.url().resolve("/robots.txt")).statusCode()).isEqualTo(404);
    }
  }

  private static HttpResponse<String> get(URI url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
  }
}
