package chat.letstalk.notification.assembly;

import chat.letstalk.delivery.EventBroker;
import chat.letstalk.notification.connection.ConnectionRegistry;
import chat.letstalk.notification.connection.HubMeter;
import chat.letstalk.notification.push.CatchUp;
import chat.letstalk.notification.push.PushNotification;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The push, made of its configuration. */
@Dependent
public class PushProducers {

  @Produces
  @Singleton
  CatchUp catchUp(
      @ConfigProperty(name = "letstalk.notification.catch-up.quiet") Duration quiet,
      @ConfigProperty(name = "letstalk.notification.catch-up.longest") Duration longest,
      @ConfigProperty(name = "letstalk.notification.returning-for") Duration returning) {
    return new CatchUp(Clock.systemUTC(), quiet, longest, returning);
  }

  @Produces
  @Singleton
  PushNotification pushNotification(
      ConnectionRegistry registry,
      HubMeter meter,
      CatchUp catchUp,
      EventBroker broker,
      @ConfigProperty(name = "letstalk.notification.replay-window") Duration window,
      @ConfigProperty(name = "letstalk.notification.replay-length") long length) {
    return new PushNotification(
        registry, meter, catchUp, Clock.systemUTC(), window, broker.replays(), length);
  }
}
