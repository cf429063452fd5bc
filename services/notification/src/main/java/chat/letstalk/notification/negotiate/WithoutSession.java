package chat.letstalk.notification.negotiate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;

/**
 * A request that begins no HTTP session. Open Liberty asks each upgrade for one: a cookie for the
 * client and memory for half an hour, of which nobody makes use.
 */
final class WithoutSession extends HttpServletRequestWrapper {

  WithoutSession(HttpServletRequest request) {
    super(request);
  }

  @Override
  public HttpSession getSession() {
    return null;
  }

  @Override
  public HttpSession getSession(boolean create) {
    return null;
  }
}
