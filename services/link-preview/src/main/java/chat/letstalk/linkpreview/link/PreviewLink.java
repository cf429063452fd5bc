package chat.letstalk.linkpreview.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.contracts.event.LinkPreviewReady;
import chat.letstalk.contracts.event.LinkPreviewRequest;
import chat.letstalk.page.preview.PagePreview;
import chat.letstalk.page.preview.Pages;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has the page behind a link looked at and tells what it shows of itself. A page that shows nothing
 * or cannot be looked at leaves the message as it is. Thread-safe.
 */
public class PreviewLink {

  private static final Logger LOG = Logger.getLogger(PreviewLink.class.getName());

  private final Pages pages;
  private final PreviewOutlet outlet;

  public PreviewLink(Pages pages, PreviewOutlet outlet) {
    this.pages = pages;
    this.outlet = outlet;
  }

  /**
   * @param request may be a repeat; its result then has the same id
   * @throws IllegalArgumentException when something is missing in the event
   * @throws RuntimeException when it may succeed later
   */
  public void preview(LinkPreviewRequest request) {
    String requestId = present("eventId", request.eventId());
    String messageId = present("messageId", request.messageId());
    String chatId = present("chatId", request.chatId());
    String url = present("url", request.url());
    PagePreview page = pages.preview(url);
    if (page.isFound()) {
      outlet.put(
          new LinkPreviewReady(
              resultId(requestId), messageId, chatId, url, page.title(), page.imageUrl()));
    } else {
      // The link itself is part of what somebody wrote.
      LOG.log(
          Level.INFO,
          "No preview of the link in message {0}: {1}",
          list(messageId, page.outcome()));
    }
  }

  private static String resultId(String requestId) {
    return UUID.nameUUIDFromBytes(("link-preview " + requestId).getBytes(UTF_8)).toString();
  }

  private static String present(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The request has no " + name);
    }
    return value;
  }

  private static Object[] list(Object... values) {
    return values;
  }
}
