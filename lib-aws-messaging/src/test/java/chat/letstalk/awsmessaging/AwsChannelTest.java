package chat.letstalk.awsmessaging;

import chat.letstalk.delivery.ChannelSuite;
import chat.letstalk.delivery.EventBroker;
import chat.letstalk.delivery.OutgoingEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;

/** The promises of every broker, on SNS and SQS. */
class AwsChannelTest extends ChannelSuite {

  private final Service publisher = new Service(Map.of());

  @AfterEach
  void close() {
    publisher.close();
  }

  @Override
  protected String freshChannel() {
    return TestAws.freshChannel();
  }

  @Override
  protected EventBroker broker() {
    return new AwsBroker();
  }

  @Override
  protected CompletionStage<Void> publish(OutgoingEvent event) {
    return publisher.publish(event);
  }

  /** The group is the one that a publisher makes too, so that it is there before its reader. */
  @Override
  protected Reading read(
      String channel, String group, Function<Message<String>, CompletionStage<Void>> consume) {
    AwsProxy network = new AwsProxy();
    Service service = new Service(network.setting()).reads(channel, channel, consume);
    return new Reading() {
      @Override
      public boolean isSettled(int events) {
        return QueueContent.countOf("t-" + channel + ".fifo") == 0;
      }

      @Override
      public void close() {
        network.close();
        service.close();
      }
    };
  }

  @Override
  protected List<OutgoingEvent> contentOf(String channel) {
    return QueueContent.drain("t-" + channel + ".fifo").stream()
        .map(message -> new ReceivedEvent(message, event -> null, event -> null))
        .map(event -> new OutgoingEvent(channel, event.key(), event.getPayload(), event.headers()))
        .toList();
  }
}
