package chat.letstalk.stack;

import java.util.List;
import java.util.Map;

/**
 * Whom a local broker talks with, and how.
 *
 * @param protocol of Kafka's {@code SecurityProtocol}
 * @param settings lines of {@code server.properties}
 * @param formatting further arguments of the tool that formats its storage
 * @param client what Kafka's own clients need to be let in
 */
public record KafkaGuard(
    String protocol, String settings, List<String> formatting, Map<String, String> client) {

  /** Who clients of a guarded broker are. */
  public static final String USER = "letstalk";

  private static final String TLS_AND_PASSWORD =
      """
      ssl.keystore.type=PKCS12
      ssl.keystore.location=%1$s
      ssl.keystore.password=%2$s
      ssl.key.password=%2$s
      ssl.truststore.type=PEM
      ssl.truststore.location=%3$s
      sasl.enabled.mechanisms=SCRAM-SHA-512,PLAIN
      sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
      listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=\
        org.apache.kafka.common.security.scram.ScramLoginModule required username="%4$s" password="%5$s";
      listener.name.sasl_ssl.plain.sasl.jaas.config=\
        org.apache.kafka.common.security.plain.PlainLoginModule required user_%4$s="%5$s";
      """;

  static KafkaGuard none() {
    return new KafkaGuard("PLAINTEXT", "", List.of(), Map.of());
  }

  /**
   * TLS, and a password by SCRAM-SHA-512 or PLAIN.
   *
   * @param password of {@link #USER}: letters and digits
   */
  public static KafkaGuard of(ServerKey key, String password) {
    return new KafkaGuard(
        "SASL_SSL",
        TLS_AND_PASSWORD.formatted(
            key.keyStore(), ServerKey.PASSWORD, key.certificate(), USER, password),
        List.of("--add-scram", "SCRAM-SHA-512=[name=%s,password=%s]".formatted(USER, password)),
        Map.of(
            "security.protocol",
            "SASL_SSL",
            "ssl.truststore.type",
            "PEM",
            "ssl.truststore.location",
            key.certificate().toString(),
            "sasl.mechanism",
            "PLAIN",
            "sasl.jaas.config",
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(USER, password)));
  }
}
