package chat.letstalk.notification.connection;

import chat.letstalk.notification.negotiate.ConnectionTickets;
import chat.letstalk.notification.negotiate.PresentedToken;
import chat.letstalk.notification.negotiate.Ticket;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The hub's WebSocket: one instance per connection, to which it hands everything on. */
public class HubEndpoint extends Endpoint {

  /** The context root itself, which is what clients know the hub by. */
  public static final String PATH = "/";

  private static final Logger LOG = Logger.getLogger(HubEndpoint.class.getName());

  private final Hub hub;
  private final ConnectionTickets tickets;
  private HubConnection connection;

  HubEndpoint(Hub hub, ConnectionTickets tickets) {
    this.hub = hub;
    this.tickets = tickets;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    session.setMaxTextMessageBufferSize(hub.limits().maxFrameBytes());
    session.setMaxBinaryMessageBufferSize(hub.limits().maxFrameBytes());
    session.setMaxIdleTimeout(0);
    String id = first(session, "id");
    Ticket ticket = id == null ? null : tickets.take(id);
    if (id != null && ticket == null) {
      hub.meter().refused("connection-id");
      close(session, CloseCodes.VIOLATED_POLICY, "Unknown connection id");
      return;
    }
    connection = hub.open(new SessionTransport(session), ticket != null);
    listen(session);
    if (ticket != null && ticket.identity() != null) {
      connection.admit(ticket.identity());
    } else {
      admit(session);
    }
  }

  // Classes, since a container cannot tell from a lambda which messages it takes.
  @SuppressWarnings("UnnecessaryAnonymousClass")
  private void listen(Session session) {
    session.addMessageHandler(
        new MessageHandler.Whole<String>() {
          @Override
          public void onMessage(String frame) {
            connection.receive(frame);
          }
        });
    session.addMessageHandler(
        new MessageHandler.Whole<ByteBuffer>() {
          @Override
          public void onMessage(ByteBuffer frame) {
            connection.receive(frame);
          }
        });
  }

  private void admit(Session session) {
    String token =
        PresentedToken.of(
            (String) session.getUserProperties().get(HubConfigurator.AUTHORIZATION),
            first(session, "access_token"));
    if (token != null) {
      hub.admit(connection, token);
    }
  }

  private static String first(Session session, String parameter) {
    return session.getRequestParameterMap().getOrDefault(parameter, List.of()).stream()
        .findFirst()
        .orElse(null);
  }

  private static void close(Session session, CloseCodes code, String reason) {
    try {
      session.close(new CloseReason(code, reason));
    } catch (IOException e) {
      LOG.log(Level.FINE, "The client was gone before its connection was closed", e);
    }
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    if (connection != null) {
      connection.closed();
    }
  }

  @Override
  public void onError(Session session, Throwable failure) {
    // Clients go as they like; anything else is a fault of the hub, and its client is gone.
    Level level = failure instanceof IOException ? Level.FINE : Level.WARNING;
    LOG.log(level, "A connection broke", failure);
  }
}
