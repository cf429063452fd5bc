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

/** Opens the hub with the application, and on its end asks all clients to come back. */
@WebListener
public class HubStart implements ServletContextListener {

  private final Hub hub;
  private final HubDeployment deployment;

  @Inject
  public HubStart(Hub hub, ConnectionTickets tickets, AllowedOrigins origins, TokenCheck tokens) {
    this.hub = hub;
    deployment = new HubDeployment(hub, tickets, origins, tokens);
  }

  @Override
  public void contextInitialized(ServletContextEvent start) {
    try {
      deployment.into(start.getServletContext());
    } catch (DeploymentException e) {
      throw new IllegalStateException("The hub cannot be opened", e);
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent end) {
    hub.close();
  }
}
