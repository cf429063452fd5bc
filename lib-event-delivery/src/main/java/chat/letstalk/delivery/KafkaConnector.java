package chat.letstalk.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.IncomingConnectorFactory;
import org.eclipse.microprofile.reactive.messaging.spi.OutgoingConnectorFactory;
import org.eclipse.microprofile.reactive.streams.operators.PublisherBuilder;
import org.eclipse.microprofile.reactive.streams.operators.ReactiveStreams;
import org.eclipse.microprofile.reactive.streams.operators.SubscriberBuilder;

/**
 * The Reactive Messaging connector {@value #NAME}: Open Liberty's connector for Kafka, whose
 * channels do not end. Left alone, one whose broker refuses the service, be it for a minute while
 * passwords change, is over until the next start. Here the service starts without its broker, says
 * in its readiness what is wrong, and connects each channel anew once it can. Thread-safe.
 */
@ApplicationScoped
@Connector(KafkaConnector.NAME)
public class KafkaConnector implements IncomingConnectorFactory, OutgoingConnectorFactory {

  /** What {@code mp.messaging.<direction>.<channel>.connector} names. */
  public static final String NAME = "letstalk-kafka";

  private static final String LIBERTYS = "liberty-kafka";

  private final IncomingConnectorFactory consumers;
  private final OutgoingConnectorFactory producers;
  private final ApplicationThreads threads;
  private final ChannelHealth health;
  private final Admission admission = new Admission();

  @Inject
  KafkaConnector(
      @Connector(LIBERTYS) IncomingConnectorFactory consumers,
      @Connector(LIBERTYS) OutgoingConnectorFactory producers,
      ApplicationThreads threads,
      ChannelHealth health) {
    this.consumers = consumers;
    this.producers = producers;
    this.threads = threads;
    this.health = health;
  }

  /** For the container's proxies. */
  KafkaConnector() {
    this(null, null, null, null);
  }

  /** Begins to read a channel, as soon as the broker lets it. */
  @Override
  public PublisherBuilder<? extends Message<?>> getPublisherBuilder(Config attributes) {
    KafkaAttributes channel = new KafkaAttributes(attributes);
    ReplayStart start = new ReplayStart(channel);
    return new KafkaIncoming(
            connecting(
                "in:",
                channel,
                () -> {
                  start.set();
                  return consumer(attributes);
                }))
        .events();
  }

  /** Begins to take events, and to publish them as soon as the broker lets it. */
  @Override
  public SubscriberBuilder<? extends Message<?>, Void> getSubscriberBuilder(Config attributes) {
    return ReactiveStreams.fromSubscriber(
        new KafkaOutgoing(
            connecting("out:", new KafkaAttributes(attributes), () -> producer(attributes))));
  }

  /** Whatever type its events have, Reactive Messaging converts them. */
  private PublisherBuilder<Message<?>> consumer(Config attributes) {
    return consumers.getPublisherBuilder(attributes).map(event -> event);
  }

  /** The events of all channels have one type. */
  @SuppressWarnings("unchecked")
  private SubscriberBuilder<Message<?>, Void> producer(Config attributes) {
    return (SubscriberBuilder<Message<?>, Void>) producers.getSubscriberBuilder(attributes);
  }

  private <T> Reconnection<T> connecting(
      String direction, KafkaAttributes channel, Supplier<T> opening) {
    return new Reconnection<>(
        direction + channel.channel(),
        () -> {
          admission.ask(channel);
          return opening.get();
        },
        threads,
        health);
  }
}
