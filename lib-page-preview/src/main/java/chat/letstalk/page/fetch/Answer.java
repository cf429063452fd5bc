package chat.letstalk.page.fetch;

import chat.letstalk.page.address.PageUrl;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;

/**
 * What a site answered.
 *
 * @param url who was asked
 * @param status the HTTP status
 * @param location where a redirect leads to
 * @param type the declared type; nothing when it is missing or unreadable
 * @param body as much of it as is read; empty unless the status is 200 to 299
 */
public record Answer(
    PageUrl url, int status, Optional<String> location, Optional<ContentType> type, byte[] body) {

  boolean isRedirect() {
    return status >= 300 && status < 400 && location.isPresent();
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
