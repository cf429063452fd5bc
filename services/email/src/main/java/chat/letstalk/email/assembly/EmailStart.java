package chat.letstalk.email.assembly;

import chat.letstalk.email.mail.MailServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has the way to the mail server made with the application: what is wrong with the configuration is
 * said at the start, not at the first mail.
 */
@ApplicationScoped
public class EmailStart {

  private static final Logger LOG = Logger.getLogger(EmailStart.class.getName());

  void startWith(
      @Observes @Initialized(ApplicationScoped.class) Object application, MailServer server) {
    LOG.log(Level.INFO, "Mails are handed in at {0}", server);
  }
}
