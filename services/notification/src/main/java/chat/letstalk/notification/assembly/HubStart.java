package chat.letstalk.notification.assembly;

import chat.letstalk.notification.connection.Hub;
import chat.letstalk.notification.connection.HubDeployment;
import chat.letstalk.notification.identity.TokenCheck;
import chat.letstalk.notification.negotiate.AllowedOrigins;
import chat.letstalk.notification.negotiate.ConnectionTickets;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Opens the hub with the application, and on its end asks all clients to come back. A server that
 * is told to end by a signal closes its sockets before its applications; so the signal itself is
 * listened to.
 */
@WebListener
public class HubStart implements ServletContextListener {

  private static final Logger LOG = Logger.getLogger(HubStart.class.getName());

  private final Hub hub;
  private final HubDeployment deployment;
  private final Thread whenTheProcessEnds;

  @Inject
  public HubStart(Hub hub, ConnectionTickets tickets, AllowedOrigins origins, TokenCheck tokens) {
    this.hub = hub;
    whenTheProcessEnds = new Thread(hub::close, "hub-farewell");
    deployment = new HubDeployment(hub, tickets, origins, tokens);
  }

  @Override
  public void contextInitialized(ServletContextEvent start) {
    try {
      deployment.into(start.getServletContext());
      Runtime.getRuntime().addShutdownHook(whenTheProcessEnds);
    } catch (DeploymentException e) {
      throw new IllegalStateException("The hub cannot be opened", e);
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent end) {
    hub.close();
    try {
      Runtime.getRuntime().removeShutdownHook(whenTheProcessEnds);
    } catch (IllegalStateException processEnds) {
      LOG.log(Level.FINE, "The process ends, and the hub with it", processEnds);
    }
  }
}
