package chat.letstalk.delivery;

import chat.letstalk.secretfiles.SecretFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How Kafka's clients prove who they are and know whom they talk to: {@code letstalk.kafka.*} in
 * the words of the clients (Kafka's documentation, chapter "Security"). Without any of the keys
 * they do neither.
 *
 * @param settings the value of a key
 */
record KafkaSecurity(Function<String, Optional<String>> settings) {

  private static final String TLS = "letstalk.kafka.tls";
  private static final String CA_FILE = "letstalk.kafka.tls.ca-file";
  private static final String USER = "letstalk.kafka.user";
  private static final String PASSWORD = "letstalk.kafka.password";
  private static final String MECHANISM = "letstalk.kafka.sasl-mechanism";

  private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
  private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";

  /**
   * @throws IllegalArgumentException when a value cannot be
   */
  Map<String, String> attributes() {
    Map<String, String> attributes = new HashMap<>();
    boolean encrypted = isEncrypted();
    settings.apply(CA_FILE).ifPresent(file -> attributes.putAll(authorities(file)));
    Optional<String> user = settings.apply(USER);
    user.ifPresent(name -> attributes.putAll(proof(name)));
    if (encrypted || user.isPresent()) {
      attributes.put(
          "security.protocol",
          user.isPresent() ? (encrypted ? "SASL_SSL" : "SASL_PLAINTEXT") : "SSL");
    }
    return attributes;
  }

  private boolean isEncrypted() {
    String tls = settings.apply(TLS).orElse(String.valueOf(settings.apply(CA_FILE).isPresent()));
    return switch (tls) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(TLS + " is true or false, not " + tls);
    };
  }

  private static Map<String, String> authorities(String file) {
    if (!Files.isReadable(Path.of(file))) {
      throw new IllegalArgumentException(
          "%s is \"%s\", which cannot be read: name a PEM file of authorities to trust"
              .formatted(CA_FILE, file));
    }
    return Map.of("ssl.truststore.type", "PEM", "ssl.truststore.location", file);
  }

  private Map<String, String> proof(String user) {
    String mechanism = settings.apply(MECHANISM).orElse("SCRAM-SHA-512");
    String module =
        switch (mechanism) {
          case "SCRAM-SHA-512", "SCRAM-SHA-256" -> SCRAM;
          case "PLAIN" -> PLAIN;
          default ->
              throw new IllegalArgumentException(
                  "%s is SCRAM-SHA-512, SCRAM-SHA-256 or PLAIN, not %s"
                      .formatted(MECHANISM, mechanism));
        };
    String jaas =
        "%s required username=%s password=%s;".formatted(module, quoted(user), quoted(password()));
    return Map.of("sasl.mechanism", mechanism, "sasl.jaas.config", jaas);
  }

  /** As everywhere, the key itself comes before the file. */
  private String password() {
    return settings
        .apply(PASSWORD)
        .or(() -> Optional.ofNullable(new SecretFiles(settings).getValue(PASSWORD)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is set and %s is not: set it, or %s-file"
                        .formatted(USER, PASSWORD, PASSWORD)));
  }

  /** For JAAS, and so that MicroProfile Config takes nothing in it for an expression. */
  private static String quoted(String text) {
    String jaas = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + jaas.replace("$", "\\$") + '"';
  }
}
