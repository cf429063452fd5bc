package chat.letstalk.page.fetch;

import chat.letstalk.page.NoPage;
import chat.letstalk.page.Outcome;
import chat.letstalk.page.address.PageUrl;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.io.CloseMode;

/**
 * One GET to one checked address, redirects not followed: no cookies, no credentials, no referrer.
 * Thread-safe.
 */
final class SingleRequest implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(SingleRequest.class.getName());

  private final CloseableHttpClient client;
  private final int maxBytes;

  /**
   * @param client as {@link PinnedClient} makes it; closed with this
   */
  SingleRequest(CloseableHttpClient client, int maxBytes) {
    this.client = client;
    this.maxBytes = maxBytes;
  }

  /**
   * Asks a site.
   *
   * @param accept for the header Accept
   * @param wanted by their declared type, the bodies worth reading
   * @param cancellation may cut it off at any time
   * @throws NoPage when there is no answer, or none that can be read
   */
  Answer get(
      PageUrl url,
      String accept,
      Predicate<Optional<ContentType>> wanted,
      Cancellation cancellation)
      throws NoPage {
    HttpGet request = new HttpGet(url.uri());
    request.setHeader(HttpHeaders.ACCEPT, accept);
    request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
    cancellation.runs(request);
    try {
      ClassicHttpResponse response =
          client.executeOpen(HttpHost.create(request.getUri()), request, null);
      try {
        return answerOf(url, response, wanted);
      } finally {
        hangUp(request, response);
      }
    } catch (IOException | HttpException e) {
      throw new NoPage(cancellation.isCancelled() ? Outcome.TOO_SLOW : reason(e), e);
    } catch (URISyntaxException e) {
      throw new NoPage(Outcome.UNSUPPORTED_URL, e);
    }
  }

  private Answer answerOf(
      PageUrl url, ClassicHttpResponse response, Predicate<Optional<ContentType>> wanted)
      throws IOException, HttpException {
    Optional<ContentType> type = typeOf(response);
    Optional<String> location =
        Optional.ofNullable(response.getFirstHeader(HttpHeaders.LOCATION))
            .map(NameValuePair::getValue);
    boolean success = response.getCode() >= 200 && response.getCode() < 300;
    byte[] body = success && wanted.test(type) ? bodyOf(response.getEntity()) : new byte[0];
    return new Answer(url, response.getCode(), location, type, body);
  }

  private static Optional<ContentType> typeOf(ClassicHttpResponse response) {
    return Optional.ofNullable(response.getEntity())
        .map(entity -> ContentType.parseLenient(entity.getContentType()));
  }

  private byte[] bodyOf(HttpEntity entity) throws IOException {
    if (entity == null || entity.getContent() == null) {
      return new byte[0];
    }
    // Not closed: closing it would read an endless body to its end.
    InputStream content = entity.getContent();
    String encoding = Optional.ofNullable(entity.getContentEncoding()).orElse("identity").strip();
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "identity", "" -> BoundedBody.read(content, maxBytes);
      case "gzip", "x-gzip" -> BoundedBody.readGzip(content, maxBytes);
      default -> throw new ZipException("An encoding that nobody has asked for");
    };
  }

  /** Leaves what else would come: closing alone would read it, and it may have no end. */
  private static void hangUp(HttpGet request, ClassicHttpResponse response) {
    request.cancel();
    try {
      response.close();
    } catch (IOException broken) {
      LOG.log(Level.FINEST, "A connection that was cut off is broken, as it should be", broken);
    }
  }

  private static Outcome reason(Exception failure) {
    if (failure instanceof ForbiddenAddress) {
      return Outcome.FORBIDDEN_ADDRESS;
    } else if (failure instanceof UnknownHostException) {
      return Outcome.UNKNOWN_HOST;
    } else if (failure instanceof SocketTimeoutException) {
      return Outcome.TOO_SLOW;
    } else if (failure instanceof ZipException || failure instanceof HttpException) {
      return Outcome.UNREADABLE;
    }
    return Outcome.UNREACHABLE;
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
