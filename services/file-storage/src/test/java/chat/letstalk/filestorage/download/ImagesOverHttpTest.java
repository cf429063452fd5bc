package chat.letstalk.filestorage.download;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.filestorage.FileServerTest;
import chat.letstalk.filestorage.TestPictures;
import chat.letstalk.images.file.ImageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures over plain HTTP. */
class ImagesOverHttpTest extends FileServerTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private final byte[] picture = TestPictures.webp(300, 200);
  private String path;
  private String token;

  @BeforeEach
  void upload() {
    path = "/images/" + uploads(alice, picture).getId();
    token = server.authentication.tokenOf(alice);
  }

  private HttpRequest.Builder get() {
    return HttpRequest.newBuilder(server.http(path)).header("Authorization", "Bearer " + token);
  }

  private HttpResponse<byte[]> answer(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void a_picture_is_sent_as_what_it_is_and_nothing_else() {
    HttpResponse<byte[]> answer = answer(get());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(picture);
    assertThat(header(answer, "Content-Type")).isEqualTo("image/webp");
    assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(picture.length));
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Content-Disposition")).isEqualTo("inline");
    assertThat(header(answer, "Content-Security-Policy")).contains("sandbox");
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
  }

  @Test
  void who_has_a_picture_keeps_it_to_himself_and_need_not_ask_again() {
    HttpResponse<byte[]> first = answer(get());
    assertThat(header(first, "Cache-Control")).isEqualTo("private, max-age=86400, immutable");
    assertThat(header(first, "Vary")).isEqualTo("Authorization");
    String tag = header(first, "ETag");
    assertThat(tag).matches("\"[0-9a-f-]{36}\"");
    for (String known : new String[] {tag, "W/" + tag, "\"another\", " + tag, "*"}) {
      HttpResponse<byte[]> again = answer(get().header("If-None-Match", known));
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "ETag")).isEqualTo(tag);
    }
    assertThat(answer(get().header("If-None-Match", "\"another\"")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"0-0,0,1", "0-99,0,100", "10-19,10,20", "-5,-5,0", "50-,50,0", "10-99999999,10,0"})
  void a_part_is_what_was_asked_for(String range, int from, int to) {
    int start = from < 0 ? picture.length + from : from;
    int end = to == 0 ? picture.length : to;
    HttpResponse<byte[]> answer = answer(get().header("Range", "bytes=" + range));
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(picture, start, end));
    assertThat(header(answer, "Content-Range"))
        .isEqualTo("bytes %d-%d/%d".formatted(start, end - 1, picture.length));
  }

  @Test
  void a_large_picture_and_parts_of_it_are_read_from_the_store() {
    byte[] large = TestPictures.picture(ImageFormat.PNG, 3000, 2000);
    path = "/images/" + uploads(alice, large).getId();
    assertThat(answer(get()).body()).isEqualTo(large);
    assertThat(answer(get().header("Range", "bytes=1000-4999")).body())
        .isEqualTo(Arrays.copyOfRange(large, 1000, 5000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=99999999-", "bytes=-0", "bytes=99999999-99999999999"})
  void a_part_that_there_is_not_cannot_be_had(String range) {
    HttpResponse<byte[]> answer = answer(get().header("Range", range));
    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + picture.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,5-6", "lines=0-1", "bytes=5-3", "bytes=-", "nonsense"})
  void what_does_not_ask_for_one_part_gets_the_whole(String range) {
    HttpResponse<byte[]> answer = answer(get().header("Range", range));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(picture);
  }

  @Test
  void a_part_of_another_picture_is_of_no_use() {
    HttpResponse<byte[]> other =
        answer(get().header("Range", "bytes=0-9").header("If-Range", "\"another\""));
    assertThat(other.statusCode()).isEqualTo(200);
    String tag = header(other, "ETag");
    assertThat(answer(get().header("Range", "bytes=0-9").header("If-Range", tag)).statusCode())
        .isEqualTo(206);
  }

  @Test
  void a_head_request_has_the_headers_alone() {
    HttpResponse<byte[]> answer = answer(get().method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(picture.length));
  }

  @Test
  void without_a_valid_token_nothing_works() {
    HttpResponse<byte[]> answer = answer(HttpRequest.newBuilder(server.http(path)));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}");
    server.authentication.revoke(token);
    assertThat(answer(get()).statusCode()).isEqualTo(401);
  }

  @Test
  void an_unknown_picture_and_a_foreign_one_are_told_alike() {
    token = server.authentication.tokenOf(bob);
    HttpResponse<byte[]> foreign = answer(get());
    path = "/images/" + UUID.randomUUID();
    HttpResponse<byte[]> unknown = answer(get());
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(unknown.body());
    assertThat(header(foreign, "ETag")).isEmpty();
    assertThat(header(foreign, "Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/images", "/images/", "/images/a/b", "/images/%2e%2e%2fx", "/images/x_1"})
  void other_paths_lead_nowhere(String elsewhere) {
    path = elsewhere;
    assertThat(answer(get()).statusCode()).isIn(400, 404);
  }

  @Test
  void pictures_are_not_changed_over_http() {
    assertThat(answer(get().method("DELETE", BodyPublishers.noBody())).statusCode()).isEqualTo(405);
    assertThat(answer(get().PUT(BodyPublishers.ofString("x"))).statusCode()).isEqualTo(405);
  }
}
