package chat.letstalk.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;

/**
 * A request of the REST API.
 *
 * @param token whose it is, or empty
 * @param source the address it is said to come from, or empty
 * @param body JSON, or empty
 */
public record RestCall(String method, String path, String token, String source, String body) {

  /** Reads something, as nobody. */
  public static RestCall get(String path) {
    return new RestCall("GET", path, "", "", "");
  }

  /** Reads something as somebody. */
  public static RestCall get(String token, String path) {
    return new RestCall("GET", path, token, "", "");
  }

  /** Sends something, as nobody from a certain address. */
  public static RestCall anonymous(String source, String path, String body) {
    return new RestCall("POST", path, "", source, body);
  }

  /** Sends something as somebody. */
  public static RestCall post(String token, String path, String body) {
    return new RestCall("POST", path, token, "", body);
  }

  /** Replaces something as somebody. */
  public static RestCall put(String token, String path, String body) {
    return new RestCall("PUT", path, token, "", body);
  }

  FullHttpRequest toHttp(String host) {
    var content = Unpooled.wrappedBuffer(body.getBytes(UTF_8));
    var request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(method), path, content);
    var headers = request.headers();
    headers.set(HttpHeaderNames.HOST, host);
    headers.set(HttpHeaderNames.ACCEPT, HttpHeaderValues.APPLICATION_JSON);
    if (!token.isEmpty()) {
      headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token);
    }
    if (!source.isEmpty()) {
      headers.set("X-Forwarded-For", source);
    }
    if (!body.isEmpty()) {
      headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
      headers.set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
    }
    return request;
  }
}
