package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.stack.Choice;
import chat.letstalk.stack.KafkaGuard;
import chat.letstalk.stack.LocalAws;
import chat.letstalk.stack.LocalKafka;
import chat.letstalk.stack.LocalMariaDb;
import chat.letstalk.stack.LocalMongoDb;
import chat.letstalk.stack.LocalRedis;
import chat.letstalk.stack.OwnServer;
import chat.letstalk.stack.ServerKey;
import chat.letstalk.stack.StackOptions;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** A stack on servers that somebody already has, with their passwords in files. */
class OwnServersTest {

  /** What the operator's page says that a user of Redis needs. */
  private static final String LEAST_USER =
      "ACL SETUSER letstalk on ~letstalk:* +@connection +@read +@write +@scripting";

  private final Path servers = Stack.freshFolder("own-servers");

  @Test
  void people_chat_on_them_and_they_keep_everything_when_the_stack_is_wiped() throws Exception {
    ServerKey key = ServerKey.in(servers.resolve("kafka-key"), "127.0.0.1");
    KafkaGuard guard = KafkaGuard.of(key, "s3cret");
    Path kafkaPassword = Files.writeString(servers.resolve("kafka-password"), "s3cret\n");
    try (LocalMariaDb database = LocalMariaDb.start(servers);
        LocalKafka kafka = LocalKafka.startGuarded(servers, guard);
        LocalRedis redis = LocalRedis.start(servers)) {
      StackOptions options =
          Stack.fresh("on-own-servers")
              .with(Choice.CACHE, "redis")
              .with(OwnServer.MYSQL, database.url())
              .with(OwnServer.KAFKA, kafka.bootstrapServers())
              .with("LETSTALK_KAFKA_USER", KafkaGuard.USER)
              .with("LETSTALK_KAFKA_PASSWORD_FILE", kafkaPassword.toAbsolutePath().toString())
              .with("LETSTALK_KAFKA_TLS_CA_FILE", key.certificate().toString())
              .with(OwnServer.REDIS, redis.url())
              .with("LETSTALK_MYSQL_PASSWORD_FILE", secretOf("database"))
              .with("LETSTALK_REDIS_USER", "letstalk")
              .with("LETSTALK_REDIS_PASSWORD_FILE", secretOf("redis"));
      assertThat(answerOf(redis, LEAST_USER + " >" + redis.password())).isEqualTo("+OK");
      theyChatAndTheStackIsWiped(options);
      assertThat(textsIn(database)).containsExactly("Hello, Bob");
      assertThat(topicsOf(kafka, guard)).contains(Channels.NOTIFICATIONS);
      assertThat(answerOf(redis, "DBSIZE")).startsWith(":").isNotEqualTo(":0");
    }
  }

  @Test
  void people_chat_on_a_document_database_and_on_queues_of_their_own() throws Exception {
    try (LocalMongoDb database = LocalMongoDb.start(servers);
        LocalAws aws = LocalAws.start(servers)) {
      StackOptions options =
          Stack.fresh("on-own-documents")
              .with(Choice.STORE, "mongodb")
              .with(Choice.BROKER, "aws")
              .with(OwnServer.MONGODB, database.url())
              .with("LETSTALK_MONGODB_DATABASE", database.database())
              .with(OwnServer.AWS, aws.endpoint().toString())
              .with("LETSTALK_AWS_REGION", LocalAws.REGION)
              .with("AWS_ACCESS_KEY_ID", "somebody")
              .with("AWS_SECRET_ACCESS_KEY", "somebody-s-own");
      theyChatAndTheStackIsWiped(options);
      assertThat(textsIn(database)).containsExactly("Hello, Bob");
      assertThat(topicsOf(aws)).contains("letstalk-" + Channels.NOTIFICATIONS);
    }
  }

  private static List<String> textsIn(LocalMongoDb database) {
    try (MongoClient client = MongoClients.create(database.url())) {
      return client
          .getDatabase(database.database())
          .getCollection("message")
          .find()
          .map(message -> message.getString("text"))
          .into(new ArrayList<>());
    }
  }

  /** As the answer of SNS names them; this one asks nobody for a signature. */
  private static String topicsOf(LocalAws aws) throws Exception {
    HttpRequest list =
        HttpRequest.newBuilder(aws.endpoint())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("Action=ListTopics&Version=2010-03-31"))
            .build();
    return HttpClient.newHttpClient().send(list, BodyHandlers.ofString()).body();
  }

  private String secretOf(String server) {
    return servers.toAbsolutePath().resolve("secrets").resolve(server + ".key").toString();
  }

  private static void theyChatAndTheStackIsWiped(StackOptions options) {
    try (Stack stack = Stack.of(options)) {
      assertThat(stack.parts()).containsExactly("all-in-one", "mailbox");
      theyChatOn(stack);
      stack.isWipedFromElsewhere();
    }
    assertThat(options.data()).doesNotExist();
  }

  private static void theyChatOn(Stack stack) {
    try (Person alice = Person.signedIn(stack, "Alice");
        Person bob = Person.signedIn(stack, "Bob")) {
      alice.startsChatWith(bob);
      bob.startsChatWith(alice);
      bob.connects();
      JsonObject sent = alice.sends("Hello, Bob");
      bob.eventually().sees(sent);
      assertThat(bob.texts("")).containsExactly("Hello, Bob");
    }
  }

  private static List<String> textsIn(LocalMariaDb database) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select text from message")) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static Set<String> topicsOf(LocalKafka kafka, KafkaGuard guard) throws Exception {
    Map<String, Object> connection = new HashMap<>(guard.client());
    connection.put("bootstrap.servers", kafka.bootstrapServers());
    try (Admin admin = Admin.create(connection)) {
      return admin.listTopics().names().get();
    }
  }

  private static String answerOf(LocalRedis redis, String command) throws IOException {
    URI address = URI.create(redis.url());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String typed = "AUTH " + redis.password() + "\r\n" + command + "\r\nQUIT\r\n";
      socket.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answers.lines().skip(1).findFirst().orElseThrow();
    }
  }
}
