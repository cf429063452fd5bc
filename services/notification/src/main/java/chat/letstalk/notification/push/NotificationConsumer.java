package chat.letstalk.notification.push;

import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.delivery.EventDelivery;
import chat.letstalk.delivery.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hands every event of the channel to the push. */
@ApplicationScoped
public class NotificationConsumer {

  private final EventDelivery delivery;
  private final PushNotification pushNotification;

  @Inject
  public NotificationConsumer(EventDelivery delivery, PushNotification pushNotification) {
    this.delivery = delivery;
    this.pushNotification = pushNotification;
  }

  /** For the container's proxies. */
  NotificationConsumer() {
    this(null, null);
  }

  @Incoming(Channels.NOTIFICATIONS)
  public CompletionStage<Void> on(Message<String> event) {
    return delivery.handle(Channels.NOTIFICATIONS, event, NotificationEvent.class, this::push);
  }

  private void push(NotificationEvent event) {
    try {
      pushNotification.push(event);
    } catch (IllegalArgumentException incomplete) {
      throw new PermanentFailure(incomplete.getMessage(), incomplete);
    }
  }
}
