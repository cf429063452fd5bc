package chat.letstalk.delivery;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;

/** The promises on a real Kafka. */
class KafkaChannelTest extends ChannelSuite {

  @Override
  protected String freshChannel() {
    return TestBroker.freshTopic(1);
  }

  @Override
  protected EventBroker broker() {
    return new KafkaBroker();
  }

  @Override
  protected CompletionStage<Void> publish(OutgoingEvent event) {
    return TestBroker.publish(event);
  }

  @Override
  protected Reading read(
      String channel, String group, Function<Message<String>, CompletionStage<Void>> consume) {
    KafkaChannel reading = new KafkaChannel(channel, channel + "-" + group, consume);
    return new Reading() {
      @Override
      public boolean isSettled(int events) {
        return reading.committed() == events;
      }

      @Override
      public void close() {
        reading.close();
      }
    };
  }

  @Override
  protected List<OutgoingEvent> contentOf(String channel) {
    return TestBroker.contentOf(channel);
  }
}
