package chat.letstalk.chatapi.store;

import chat.letstalk.chatapi.outbox.OutboxReady;
import chat.letstalk.chatapi.problem.StoreUnavailable;
import chat.letstalk.delivery.Backoff;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Migrates the store at start, again and again until it is there, and says so to Kubernetes: not
 * ready before the migrations have run, nor while the store does not answer, and why.
 */
@Readiness
@ApplicationScoped
public class StorePreparation implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(StorePreparation.class.getName());
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

  private final StoreEngine engine;
  private final Event<OutboxReady> outbox;

  @Resource private ManagedScheduledExecutorService executor;
  private volatile boolean migrated;
  private volatile String lastFailure = "The first migration has not ended yet";

  @Inject
  StorePreparation(@Chosen StoreEngine engine, Event<OutboxReady> outbox) {
    this.engine = engine;
    this.outbox = outbox;
  }

  /** For the container's proxies. */
  StorePreparation() {
    this(null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
    executor.execute(() -> migrate(1));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the next attempt reports for itself
  private void migrate(int attempt) {
    try {
      engine.migrate();
    } catch (RuntimeException e) {
      lastFailure = String.valueOf(e.getMessage());
      Duration wait = BACKOFF.after(attempt);
      LOG.log(
          attempt < 5 ? Level.INFO : Level.WARNING,
          () -> "The store is not ready, attempt %d: %s".formatted(attempt, e.getMessage()));
      executor.schedule(() -> migrate(attempt + 1), wait.toMillis(), TimeUnit.MILLISECONDS);
      return;
    }
    migrated = true;
    LOG.info("The store is migrated and ready");
    outbox.fire(new OutboxReady());
  }

  @Override
  public HealthCheckResponse call() {
    Optional<String> reason = migrated ? reasonOfSilence() : Optional.of(lastFailure);
    var response = HealthCheckResponse.named("store").status(reason.isEmpty());
    reason.ifPresent(text -> response.withData("reason", text));
    return response.build();
  }

  private Optional<String> reasonOfSilence() {
    try {
      engine.ping();
      return Optional.empty();
    } catch (StoreUnavailable e) {
      LOG.log(Level.WARNING, e, () -> "The store does not answer");
      return Optional.of(e.getMessage());
    }
  }
}
