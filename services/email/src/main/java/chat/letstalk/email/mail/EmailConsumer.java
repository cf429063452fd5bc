package chat.letstalk.email.mail;

import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.EmailEvent;
import chat.letstalk.delivery.EventDelivery;
import chat.letstalk.delivery.Lanes;
import chat.letstalk.delivery.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hands every event of the channel to the use case. */
@ApplicationScoped
public class EmailConsumer {

  private final EventDelivery delivery;
  private final SendEmail sendEmail;
  private final Lanes lanes;

  @Inject
  public EmailConsumer(EventDelivery delivery, SendEmail sendEmail, Lanes lanes) {
    this.delivery = delivery;
    this.sendEmail = sendEmail;
    this.lanes = lanes;
  }

  /** For the container's proxies. */
  EmailConsumer() {
    this(null, null, null);
  }

  /** Completes when the next mail may come; each is acknowledged by delivery on its own. */
  @Incoming(Channels.EMAILS)
  public CompletionStage<Void> on(Message<String> event) {
    return lanes.put(delivery.handle(Channels.EMAILS, event, EmailEvent.class, this::send));
  }

  private void send(EmailEvent event) {
    try {
      sendEmail.send(event);
    } catch (IllegalArgumentException | MailRefused e) {
      throw new PermanentFailure(e.getMessage(), e);
    }
  }
}
