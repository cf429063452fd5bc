package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.letstalk.stack.KafkaGuard;
import chat.letstalk.stack.LocalKafka;
import chat.letstalk.stack.OwnServer;
import chat.letstalk.stack.ServerKey;
import chat.letstalk.stack.StackOptions;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.junit.jupiter.api.Test;

/** A broker that does not know the password of the services, be it at their start or later. */
class RefusedByKafkaTest {

  private static final String PASSWORD = "s3cret";

  private final Path servers = Stack.freshFolder("refusing-kafka");
  private final ServerKey key = ServerKey.in(servers.resolve("key"), "127.0.0.1");
  private final KafkaGuard guard = KafkaGuard.of(key, PASSWORD);

  @Test
  void health_says_so_and_everything_goes_on_without_a_restart_when_it_is_let_in()
      throws Exception {
    LocalKafka kafka = LocalKafka.startGuarded(servers, guard);
    try {
      knows(kafka, "another");
      StackOptions options =
          Stack.fresh("refused")
              .with(OwnServer.KAFKA, kafka.bootstrapServers())
              .with("LETSTALK_KAFKA_USER", KafkaGuard.USER)
              .with("LETSTALK_KAFKA_PASSWORD", PASSWORD)
              .with("LETSTALK_KAFKA_TLS_CA_FILE", key.certificate().toString());
      var starting = CompletableFuture.supplyAsync(() -> Stack.of(options));
      Rest rest = new Rest(URI.create("http://127.0.0.1:" + options.port()), null);
      saysThatItIsRefused(rest);
      knows(kafka, PASSWORD);
      try (Stack stack = starting.join();
          Person alice = Person.signedIn(stack, "Alice");
          Person bob = Person.signedIn(stack, "Bob")) {
        alice.startsChatWith(bob);
        bob.connects();
        bob.eventually().sees(alice.sends("Hello"));

        knows(kafka, "another");
        kafka = kafka.restarted();
        JsonObject sent = alice.sends("Are you there?");
        saysThatItIsRefused(rest);
        knows(kafka, PASSWORD);
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> rest.get("/health/ready").status() == 200);
        bob.eventually().sees(sent);
        bob.eventually().sees(alice.sends("I am"));
      }
    } finally {
      kafka.close();
    }
  }

  private static void saysThatItIsRefused(Rest rest) {
    await()
        .atMost(Duration.ofSeconds(120))
        .ignoreException(Rest.NoAnswer.class)
        .untilAsserted(
            () -> {
              Answer health = rest.get("/health/ready");
              assertThat(health.status()).isEqualTo(503);
              assertThat(health.body())
                  .contains("letstalk.kafka.user")
                  .doesNotContain(PASSWORD)
                  .contains("in:emails");
            });
  }

  /** By SCRAM; whoever may change that comes by PLAIN. */
  private void knows(LocalKafka kafka, String password) throws Exception {
    Map<String, Object> client = new HashMap<>(guard.client());
    client.put("bootstrap.servers", kafka.bootstrapServers());
    try (Admin admin = Admin.create(client)) {
      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialUpsertion(
                      KafkaGuard.USER,
                      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                      password)))
          .all()
          .get();
    }
  }
}
