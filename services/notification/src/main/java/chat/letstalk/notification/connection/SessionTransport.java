package chat.letstalk.notification.connection;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The way to a client over a Jakarta WebSocket session. */
final class SessionTransport implements Transport {

  private static final Logger LOG = Logger.getLogger(SessionTransport.class.getName());

  private final Session session;

  SessionTransport(Session session) {
    this.session = session;
  }

  @Override
  public void send(String frame, Consumer<Throwable> sent) {
    try {
      session.getAsyncRemote().sendText(frame, result -> sent.accept(result.getException()));
    } catch (RuntimeException e) {
      sent.accept(e);
    }
  }

  @Override
  public void close() {
    try {
      session.close(new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "The client was gone before its connection was closed", e);
    }
  }
}
