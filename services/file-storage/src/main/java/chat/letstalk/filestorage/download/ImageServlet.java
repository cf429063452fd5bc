package chat.letstalk.filestorage.download;

import chat.letstalk.filestorage.identity.IdentityUnknowable;
import chat.letstalk.filestorage.identity.NotSignedIn;
import chat.letstalk.filestorage.identity.SignedIn;
import chat.letstalk.filestorage.problem.ImageNotFound;
import chat.letstalk.imagestore.ImageStoreUnavailable;
import chat.letstalk.imagestore.StoredImage;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Pictures over plain HTTP: {@code GET /images/{id}} with a bearer token. A picture never changes,
 * so whoever has it never needs to ask again.
 */
public class ImageServlet extends HttpServlet {

  /** Where pictures are found. */
  public static final String PATH = "/images/*";

  private static final Logger LOG = Logger.getLogger(ImageServlet.class.getName());

  private final transient DownloadImage downloadImage;
  private final transient SignedIn signedIn;

  public ImageServlet(DownloadImage downloadImage, SignedIn signedIn) {
    this.downloadImage = downloadImage;
    this.signedIn = signedIn;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request, response, true);
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request, response, false);
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, boolean withBody)
      throws IOException {
    // Whatever it is, a browser is to take it for a picture and for nothing else.
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    try {
      UUID account = signedIn.account(request.getHeader("Authorization"));
      String path = request.getPathInfo();
      String id = path == null ? "" : path.substring(1);
      send(downloadImage.find(account, id), request, response, withBody);
    } catch (NotSignedIn e) {
      Problem.write(response, HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized");
      response.setHeader("WWW-Authenticate", "Bearer");
    } catch (ImageNotFound e) {
      Problem.write(response, HttpServletResponse.SC_NOT_FOUND, e.getMessage());
    } catch (IdentityUnknowable | ImageStoreUnavailable e) {
      LOG.log(Level.WARNING, e, () -> "A picture could not be served");
      Problem.write(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Try again later.");
    }
  }

  private static void send(
      FoundImage found, HttpServletRequest request, HttpServletResponse response, boolean withBody)
      throws IOException {
    StoredImage image = found.about();
    String tag = "\"" + image.id() + "\"";
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "private, max-age=86400, immutable");
    response.setHeader("Vary", "Authorization");
    if (isKnown(request.getHeader("If-None-Match"), tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setHeader("Accept-Ranges", "bytes");
    Optional<ByteRange> part = ByteRange.of(rangeOf(request, tag), image.bytes());
    if (part.isEmpty()) {
      response.setHeader("Content-Range", "bytes */" + image.bytes());
      response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
      return;
    }
    describe(image, part.get(), response);
    if (withBody) {
      found.write(part.get(), response.getOutputStream());
    }
  }

  private static boolean isKnown(String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && Stream.of(ifNoneMatch.split(","))
            .map(String::strip)
            .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
  }

  /** A part of another picture than the client has is of no use to it. */
  private static String rangeOf(HttpServletRequest request, String tag) {
    String ifRange = request.getHeader("If-Range");
    return ifRange == null || ifRange.equals(tag) ? request.getHeader("Range") : null;
  }

  private static void describe(StoredImage image, ByteRange part, HttpServletResponse response) {
    response.setContentType(image.shape().mediaType());
    response.setHeader("Content-Disposition", "inline");
    response.setContentLengthLong(part.length());
    if (!part.isWhole(image.bytes())) {
      response.setHeader("Content-Range", part.contentRange(image.bytes()));
      response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
    }
  }
}
