package chat.letstalk.notification;

import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.contracts.hub.PayloadType;
import chat.letstalk.notification.connection.ConnectionRegistry;
import chat.letstalk.notification.connection.Hub;
import chat.letstalk.notification.connection.HubDeployment;
import chat.letstalk.notification.connection.HubLimits;
import chat.letstalk.notification.negotiate.AllowedOrigins;
import chat.letstalk.notification.negotiate.ConnectionTickets;
import chat.letstalk.notification.push.CatchUp;
import chat.letstalk.notification.push.PushNotification;
import jakarta.json.Json;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** The hub, whole, in a Jakarta WebSocket container of this JVM on a free port. */
public final class HubServer implements AutoCloseable {

  /** The only foreign page that may connect. */
  public static final String FRIEND = "https://chat.example.com";

  public final KnownTokens tokens = new KnownTokens();
  public final CountedHub meter = new CountedHub();
  public final Hub hub;
  private final PushNotification push;
  private final Tomcat tomcat = new Tomcat();

  public HubServer(HubLimits limits) {
    var registry = new ConnectionRegistry(limits.maxConnectionsPerAccount());
    var clock = Clock.systemUTC();
    var catchUp = new CatchUp(clock, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));
    push =
        new PushNotification(
            registry, meter, catchUp, clock, Duration.ofMinutes(2), true, 64L << 20);
    hub = new Hub(limits, registry, tokens, push, meter);
    var tickets = new ConnectionTickets(new byte[32], Duration.ofSeconds(30), 100, clock);
    start(new HubDeployment(hub, tickets, new AllowedOrigins(List.of(FRIEND)), tokens));
  }

  private void start(HubDeployment deployment) {
    try {
      tomcat.setBaseDir(Files.createTempDirectory("hub").toString());
      tomcat.setPort(0);
      tomcat.getConnector().setProperty("address", "127.0.0.1");
      var application = tomcat.addContext("/messagehub", null);
      application.setMapperContextRootRedirectEnabled(false);
      Tomcat.addServlet(application, "default", new DefaultServlet());
      application.addServletMappingDecoded("/", "default");
      application.addServletContainerInitializer(new WsSci(), null);
      application.addServletContainerInitializer(
          (classes, context) -> {
            try {
              context
                  .addFilter("slash", new ContextRootWithSlash())
                  .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
              deployment.into(context);
            } catch (DeploymentException e) {
              throw new IllegalStateException(e);
            }
          },
          null);
      tomcat.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Clients know the hub without a slash at its end: Liberty finds it so, Tomcat needs help. */
  private static final class ContextRootWithSlash extends HttpFilter {

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      chain.doFilter(
          new HttpServletRequestWrapper(request) {
            @Override
            public String getServletPath() {
              String path = super.getServletPath();
              return path.isEmpty() && getPathInfo() == null ? "/" : path;
            }
          },
          response);
    }
  }

  /** A message of a chat whose members are the recipients; the first of them wrote it. */
  public NotificationEvent message(String chat, String text, String... recipients) {
    return new NotificationEvent(
        UUID.randomUUID().toString(),
        PayloadType.MESSAGE,
        List.of(recipients),
        recipients[0],
        System.currentTimeMillis(),
        Json.createObjectBuilder()
            .add("id", UUID.randomUUID().toString())
            .add("chatId", chat)
            .add("text", text)
            .build());
  }

  public NotificationEvent pushes(String text, String... recipients) {
    var event = message("chat", text, recipients);
    push.push(event);
    return event;
  }

  public void pushes(NotificationEvent event) {
    push.push(event);
  }

  public URI http(String path) {
    return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
  }

  public URI socket(String query) {
    return URI.create(
        "ws://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/messagehub" + query);
  }

  /** A connection as the single-page client makes it. */
  public BareClient connects() {
    return BareClient.opensTo(socket(""));
  }

  /** A connection that hears an account. */
  public BareClient connects(String account) {
    var client = connects().shakesHands();
    client.authorizes(tokens.of(account), "0");
    return client;
  }

  @Override
  public void close() {
    hub.close();
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }
}
