package chat.letstalk.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * Asks the broker whether it lets the service in, before anything of a channel is made: consumers
 * and producers would be made without a broker, and those that are then refused end, and leave
 * something behind each time. Thread-safe.
 */
final class Admission {

  /** Channels that begin together ask once. */
  private static final Duration HOLDS = Duration.ofSeconds(5);

  private boolean admitted;
  private long askedNanos;

  /**
   * @throws ChannelFailure when the broker does not answer, or refuses
   */
  synchronized void ask(KafkaAttributes channel) {
    if (admitted && System.nanoTime() - askedNanos < HOLDS.toNanos()) {
      return;
    }
    admitted = false;
    try (Admin admin = channel.admin()) {
      admin.describeCluster().clusterId().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelFailure("Interrupted while Kafka was asked", e);
    } catch (ExecutionException e) {
      throw refusal(channel.servers(), e.getCause());
    }
    admitted = true;
    askedNanos = System.nanoTime();
  }

  private static ChannelFailure refusal(String servers, Throwable why) {
    String sentence =
        why instanceof AuthenticationException
            ? "Kafka at %s and this service do not trust each other: %s. Look at letstalk.kafka.user, .password, .sasl-mechanism and .tls.ca-file"
            : "Kafka at %s gives no answer: %s. Look at letstalk.kafka.bootstrap-servers and at the network";
    return new ChannelFailure(sentence.formatted(servers, why.getMessage()), why);
  }
}
