package chat.letstalk.endtoend;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The REST API as a client sees it.
 *
 * @param base where it is
 * @param token the person's token, or null
 */
record Rest(URI base, String token) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Rest withToken(String other) {
    return new Rest(base, other);
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, JsonObject body) {
    return send("POST", path, "application/json", body.toString());
  }

  Answer put(String path, JsonObject body) {
    return send("PUT", path, "application/json", body.toString());
  }

  /** As MarkAsRead is sent: neither body nor content type. */
  Answer put(String path) {
    return send(request(path).PUT(BodyPublishers.noBody()));
  }

  Answer send(String method, String path, String contentType, String body) {
    return send(request(path).header("Content-Type", contentType).method(method, bodyOf(body)));
  }

  Answer send(String method, String path, String contentType, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .method(method, BodyPublishers.ofByteArray(body)));
  }

  HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Accept", "application/json");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new NoAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.BodyPublisher bodyOf(String body) {
    return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
  }

  /** The connection broke, or nobody listens: the client cannot know what became of the call. */
  static final class NoAnswer extends RuntimeException {
    NoAnswer(IOException cause) {
      super(cause);
    }
  }
}
