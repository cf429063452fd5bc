package chat.letstalk.notification.connection;

import chat.letstalk.notification.identity.TokenCheck;
import chat.letstalk.notification.negotiate.AllowedOrigins;
import chat.letstalk.notification.negotiate.ConnectionTickets;
import chat.letstalk.notification.negotiate.HubDoor;
import chat.letstalk.notification.negotiate.NegotiateServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.EnumSet;

/** Puts the hub into a web application: the door, the negotiation and the WebSocket behind them. */
public final class HubDeployment {

  private final Hub hub;
  private final ConnectionTickets tickets;
  private final AllowedOrigins origins;
  private final TokenCheck tokens;

  public HubDeployment(
      Hub hub, ConnectionTickets tickets, AllowedOrigins origins, TokenCheck tokens) {
    this.hub = hub;
    this.tickets = tickets;
    this.origins = origins;
    this.tokens = tokens;
  }

  /** To be called while the application starts. */
  public void into(ServletContext application) throws DeploymentException {
    var negotiate = application.addServlet("negotiate", new NegotiateServlet(tickets, tokens));
    negotiate.addMapping(NegotiateServlet.PATH);
    var door =
        application.addFilter("door", new HubDoor(origins, tickets, tokens, hub.meter()::refused));
    door.setAsyncSupported(true);
    door.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    var sockets = (ServerContainer) application.getAttribute(ServerContainer.class.getName());
    sockets.addEndpoint(
        ServerEndpointConfig.Builder.create(HubEndpoint.class, HubEndpoint.PATH)
            .configurator(new HubConfigurator(hub, tickets))
            .build());
  }
}
