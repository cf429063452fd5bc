package chat.letstalk.email.assembly;

import chat.letstalk.email.mail.EmailMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Counts in MicroProfile Metrics what becomes of mails. */
@ApplicationScoped
public class EmailMetrics implements EmailMeter {

  private static final Metadata MAILS =
      described("letstalk_email_mails", "Attempts at mails, by outcome");
  private static final Metadata HANDOVER =
      described("letstalk_email_handover", "What the mail server needed to take a mail");

  private final MetricRegistry metrics;
  private final Timer handover;

  @Inject
  EmailMetrics(MetricRegistry metrics) {
    this.metrics = metrics;
    handover = metrics.timer(HANDOVER);
  }

  /** For the container's proxies. */
  EmailMetrics() {
    metrics = null;
    handover = null;
  }

  @Override
  public void count(Outcome outcome) {
    metrics.counter(MAILS, new Tag("outcome", outcome.name().toLowerCase(Locale.ROOT))).inc();
  }

  @Override
  public void took(Duration duration) {
    handover.update(duration);
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
