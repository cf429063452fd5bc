package chat.letstalk.awsmessaging;

import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.delivery.ChannelHealth;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.IncomingConnectorFactory;
import org.eclipse.microprofile.reactive.messaging.spi.OutgoingConnectorFactory;
import org.eclipse.microprofile.reactive.streams.operators.PublisherBuilder;
import org.eclipse.microprofile.reactive.streams.operators.ReactiveStreams;
import org.eclipse.microprofile.reactive.streams.operators.SubscriberBuilder;

/**
 * The Reactive Messaging connector {@value #NAME}: channels over SNS and SQS. Nothing of AWS is
 * touched before a channel is connected to it.
 */
@ApplicationScoped
@Connector(AwsConnector.NAME)
public class AwsConnector implements IncomingConnectorFactory, OutgoingConnectorFactory {

  /** What {@code mp.messaging.<direction>.<channel>.connector} names. */
  public static final String NAME = "letstalk-aws";

  private static final String OUTGOING = "letstalk.channels.outgoing";
  private static final String EVERY_REPLICA = "every-replica";

  @Resource private ManagedThreadFactory managedThreads;

  private final Config config;
  private final ChannelHealth health;
  private final Predicate<String> ordered;
  private AwsMessaging messaging;

  @Inject
  AwsConnector(Config config, ChannelHealth health) {
    this(config, health, Channels::keepsOrder);
  }

  AwsConnector(Config config, ChannelHealth health, Predicate<String> ordered) {
    this.config = config;
    this.health = health;
    this.ordered = ordered;
  }

  /** For the container's proxies. */
  AwsConnector() {
    this(null, null, null);
  }

  /**
   * Begins to read a channel.
   *
   * @throws IllegalArgumentException for a configuration that cannot be; names the key
   */
  @Override
  public PublisherBuilder<? extends Message<?>> getPublisherBuilder(Config attributes) {
    String channel = attributes.getValue(AwsBroker.CHANNEL, String.class);
    String queue = attributes.getValue(AwsBroker.QUEUE, String.class);
    boolean ofReplica =
        attributes.getOptionalValue(AwsBroker.OF_REPLICA, Boolean.class).orElse(false);
    return ReactiveStreams.fromPublisher(messaging().reader(channel, queue, ofReplica));
  }

  /**
   * Begins to take events.
   *
   * @throws IllegalArgumentException for a configuration that cannot be; names the key
   */
  @Override
  public SubscriberBuilder<? extends Message<?>, Void> getSubscriberBuilder(Config attributes) {
    EventWriter writer = messaging().writer();
    config.getOptionalValue(OUTGOING, String.class).stream()
        .flatMap(channels -> Stream.of(channels.split(",")))
        .map(String::strip)
        .filter(channel -> !channel.isEmpty())
        .forEach(writer::expect);
    return ReactiveStreams.fromSubscriber(writer);
  }

  private synchronized AwsMessaging messaging() {
    if (messaging == null) {
      ThreadFactory threads = managedThreads == null ? Thread::new : managedThreads;
      messaging =
          new AwsMessaging(
              AwsSettings.of(config), ordered, this::isForEveryReplica, threads, health);
    }
    return messaging;
  }

  private boolean isForEveryReplica(String channel) {
    return config
        .getOptionalValue("letstalk.channels." + channel + ".audience", String.class)
        .filter(EVERY_REPLICA::equals)
        .isPresent();
  }

  /** Stops reading, removes what is this replica's alone, and closes the connections. */
  @PreDestroy
  synchronized void close() {
    if (messaging != null) {
      messaging.close();
      messaging = null;
    }
  }
}
