package chat.letstalk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.stack.KafkaGuard;
import chat.letstalk.stack.LocalKafka;
import chat.letstalk.stack.ServerKey;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Kafka that talks TLS, and only with whom it knows. */
class KafkaSecurityTest {

  private static final String MINE = "s3cret";

  private static Path folder;
  private static ServerKey key;
  private static LocalKafka kafka;

  @BeforeAll
  static void start() throws IOException {
    folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "guarded-kafka-");
    key = ServerKey.in(folder.resolve("key"), "127.0.0.1");
    kafka = LocalKafka.startGuarded(folder, KafkaGuard.of(key, MINE));
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  /** What a service's connector is told, by the configuration that the service reads. */
  private static Map<String, String> attributes(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    settings.forEach(
        (name, value) ->
            environment.put(
                "LETSTALK_KAFKA_" + name.toUpperCase(Locale.ROOT).replaceAll("\\W", "_"), value));
    var source =
        new ChannelsConfigSource(
            new DeclaredSettings(name -> null, environment, new Properties()),
            EventBrokers.ofThisApplication());
    var config = new SmallRyeConfigBuilder().addDefaultInterceptors().withSources(source).build();
    String ours = "mp.messaging.connector.letstalk-kafka.";
    Map<String, String> attributes = new HashMap<>();
    for (String name : source.getPropertyNames()) {
      if (name.startsWith(ours)) {
        attributes.put(name.substring(ours.length()), config.getValue(name, String.class));
      }
    }
    return attributes;
  }

  private static Set<String> topics(Map<String, String> settings) throws Exception {
    Map<String, Object> all = new HashMap<>(attributes(settings));
    all.put("bootstrap.servers", kafka.bootstrapServers());
    try (Admin admin = Admin.create(all)) {
      return admin.listTopics().names().get();
    }
  }

  private static Map<String, String> withPassword(String password) {
    return Map.of(
        "user", KafkaGuard.USER, "password", password, "tls.ca-file", key.certificate().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SCRAM-SHA-512", "PLAIN"})
  void who_knows_the_password_is_let_in(String mechanism) throws Exception {
    Path password = Files.writeString(folder.resolve("password"), MINE + "\n");
    assertThat(
            topics(
                Map.of(
                    "user",
                    KafkaGuard.USER,
                    "password-file",
                    password.toString(),
                    "sasl-mechanism",
                    mechanism,
                    "tls.ca-file",
                    key.certificate().toString())))
        .isNotNull();
  }

  @Test
  void who_does_not_know_it_is_not() {
    assertThatThrownBy(() -> topics(withPassword("guessed")))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void a_broker_whose_authority_is_unknown_is_not_trusted_with_a_password() {
    Map<String, String> settings = Map.of("user", KafkaGuard.USER, "password", MINE, "tls", "true");
    assertThatThrownBy(() -> topics(settings)).hasCauseInstanceOf(SslAuthenticationException.class);
  }

  private static void asksToBeLetIn(Map<String, String> settings) {
    new Admission().ask(ChannelAttributes.of(kafka.bootstrapServers(), attributes(settings)));
  }

  @Test
  void who_is_refused_is_told_by_whom_and_what_to_look_at() {
    assertThatThrownBy(() -> asksToBeLetIn(withPassword("guessed")))
        .isInstanceOf(ChannelFailure.class)
        .hasRootCauseInstanceOf(SaslAuthenticationException.class)
        .hasMessageContainingAll(kafka.bootstrapServers(), "letstalk.kafka.user")
        .hasMessageNotContaining("guessed");

    assertThatCode(() -> asksToBeLetIn(withPassword(MINE))).doesNotThrowAnyException();
  }

  @Test
  void without_a_key_of_these_nothing_is_asked_for() {
    assertThat(attributes(Map.of())).isEmpty();
  }

  @Test
  void tls_needs_neither_a_user_nor_an_authority_of_its_own() {
    assertThat(attributes(Map.of("tls", "true"))).isEqualTo(Map.of("security.protocol", "SSL"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "with \"quotes\" and \\",
        "${user.home}",
        "$$ $x ${",
        "\\\\${x}",
        "a;b='c'"
      })
  void a_password_arrives_as_it_is(String password) {
    String jaas = attributes(Map.of("user", "alice", "password", password)).get("sasl.jaas.config");
    assertThat(optionsIn(jaas)).isEqualTo(Map.of("username", "alice", "password", password));
  }

  private static Map<String, ?> optionsIn(String jaas) {
    return JaasContext.loadClientContext(Map.of("sasl.jaas.config", new Password(jaas)))
        .configurationEntries()
        .get(0)
        .getOptions();
  }

  @Test
  void what_cannot_be_is_refused_by_naming_what_can() {
    assertThatThrownBy(() -> attributes(Map.of("tls", "perhaps")))
        .hasMessageContaining("letstalk.kafka.tls is true or false");
    assertThatThrownBy(() -> attributes(Map.of("user", "alice")))
        .hasMessageContaining("letstalk.kafka.password-file");
    assertThatThrownBy(
            () -> attributes(Map.of("user", "a", "password", MINE, "sasl-mechanism", "NONE")))
        .hasMessageContainingAll("letstalk.kafka.sasl-mechanism", "SCRAM-SHA-512", "PLAIN")
        .hasMessageNotContaining(MINE);
    assertThatThrownBy(() -> attributes(Map.of("tls.ca-file", "/nowhere/ca.pem")))
        .hasMessageContaining("letstalk.kafka.tls.ca-file is \"/nowhere/ca.pem\"");
    assertThatThrownBy(() -> attributes(Map.of("user", "a", "password-file", "/nowhere/password")))
        .hasMessageContaining("letstalk.kafka.password-file is \"/nowhere/password\"");
  }
}
