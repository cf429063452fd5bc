package chat.letstalk.notification.connection;

import chat.letstalk.notification.negotiate.ConnectionTickets;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Makes the endpoint of each connection and hands it the Authorization header. Whether the origin
 * is welcome has been decided before, by {@link chat.letstalk.notification.negotiate.HubDoor},
 * which unlike {@link #checkOrigin} sees the host as well.
 */
public class HubConfigurator extends ServerEndpointConfig.Configurator {

  static final String AUTHORIZATION = "chat.letstalk.authorization";

  private final Hub hub;
  private final ConnectionTickets tickets;

  public HubConfigurator(Hub hub, ConnectionTickets tickets) {
    this.hub = hub;
    this.tickets = tickets;
  }

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    // The map is this connection's own (Jakarta WebSocket 2.1).
    config.getUserProperties().remove(AUTHORIZATION);
    request.getHeaders().entrySet().stream()
        .filter(header -> "authorization".equalsIgnoreCase(header.getKey()))
        .flatMap(header -> header.getValue().stream())
        .findFirst()
        .ifPresent(value -> config.getUserProperties().put(AUTHORIZATION, value));
  }

  @Override
  public <T> T getEndpointInstance(Class<T> type) {
    return type.cast(new HubEndpoint(hub, tickets));
  }
}
