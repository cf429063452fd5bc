package chat.letstalk.delivery;

import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.streams.operators.PublisherBuilder;
import org.eclipse.microprofile.reactive.streams.operators.ReactiveStreams;

/** The events of a channel, read by one consumer after the other: a next one when one has ended. */
final class KafkaIncoming {

  private final Reconnection<PublisherBuilder<Message<?>>> consumers;

  KafkaIncoming(Reconnection<PublisherBuilder<Message<?>>> consumers) {
    this.consumers = consumers;
  }

  /** Without an end. To be subscribed to once. */
  PublisherBuilder<Message<?>> events() {
    return ReactiveStreams.generate(() -> consumers).flatMap(next -> ofOneConsumer());
  }

  private PublisherBuilder<Message<?>> ofOneConsumer() {
    return ReactiveStreams.fromCompletionStage(consumers.open())
        .flatMap(Function.identity())
        .onErrorResumeWith(
            failure -> {
              consumers.broken(failure);
              return ReactiveStreams.empty();
            });
  }
}
