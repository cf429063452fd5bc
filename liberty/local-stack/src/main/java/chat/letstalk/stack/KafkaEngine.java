package chat.letstalk.stack;

import java.util.Map;

/** The broker. */
record KafkaEngine(StackOptions options) implements Engine {

  @Override
  public String part() {
    return LocalKafka.PART;
  }

  @Override
  public String software() {
    return "Apache Kafka";
  }

  @Override
  public StackProcess start() {
    Ports ports = options.ports();
    return LocalKafka.start(options.data(), ports.kafka(), ports.kafkaController()).process();
  }

  @Override
  public Map<String, String> variables() {
    return Map.of("LETSTALK_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + options.ports().kafka());
  }
}
