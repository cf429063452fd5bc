package chat.letstalk.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers under the services: they start from nothing, and come back with what they had. */
class EnginesTest {

  @TempDir Path data;

  @Test
  void the_database_keeps_its_data_when_it_is_killed() throws SQLException {
    try (LocalMariaDb database = LocalMariaDb.start(data)) {
      run(database, "CREATE TABLE kept (n INT)", "INSERT INTO kept VALUES (42)");
      database.process().kill();
    }
    try (LocalMariaDb database = LocalMariaDb.start(data);
        Connection connection = connectionTo(database);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT n, @@character_set_server FROM kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(42);
      assertThat(rows.getString(2)).isEqualTo("utf8mb4");
    }
  }

  @Test
  void the_broker_keeps_its_topics_when_it_is_killed()
      throws ExecutionException, InterruptedException {
    try (LocalKafka kafka = LocalKafka.start(data);
        Admin admin = adminOf(kafka)) {
      admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1))).all().get();
      kafka.process().kill();
    }
    try (LocalKafka kafka = LocalKafka.start(data);
        Admin admin = adminOf(kafka)) {
      Set<String> topics = admin.listTopics().names().get();
      assertThat(topics).contains("kept");
    }
  }

  @Test
  void the_mailbox_takes_mail_for_everybody_and_shows_the_code_in_it()
      throws IOException, InterruptedException {
    try (LocalMailbox mailbox = LocalMailbox.start(data);
        Socket smtp = new Socket("127.0.0.1", mailbox.smtpPort())) {
      String mail =
          """
          HELO here
          MAIL FROM:<letstalk@example.com>
          RCPT TO:<alice@example.com>
          DATA
          Subject: Hello

          Your code is 4711.
          .
          QUIT
          """;
      smtp.getOutputStream().write(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      assertThat(new String(smtp.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("221");
      HttpResponse<String> mails =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          mailbox.address().resolve("/api/user/alice@example.com/messages"))
                      .build(),
                  BodyHandlers.ofString());
      assertThat(JsonStrings.of(mails.body(), "mimeMessage"))
          .singleElement()
          .satisfies(source -> assertThat(MailText.of(source).code()).contains("4711"));
    }
  }

  @Test
  void the_s3_takes_only_what_is_signed_and_keeps_its_bucket_when_it_is_killed()
      throws IOException, InterruptedException {
    try (LocalS3 s3 = LocalS3.start(data)) {
      s3.process().kill();
    }
    try (LocalS3 s3 = LocalS3.start(data)) {
      HttpRequest unsigned =
          HttpRequest.newBuilder(s3.endpoint().resolve("/" + LocalS3.BUCKET)).build();
      assertThat(HttpClient.newHttpClient().send(unsigned, BodyHandlers.discarding()).statusCode())
          .isEqualTo(403);
      assertThat(data.resolve("s3/buckets").resolve(LocalS3.BUCKET)).isDirectory();
    }
  }

  @Test
  void the_redis_wants_its_password_and_keeps_its_data_when_it_is_killed() throws IOException {
    try (LocalRedis redis = LocalRedis.start(data)) {
      assertThat(says(redis, "GET kept")).contains("NOAUTH");
      assertThat(says(redis, "AUTH " + redis.password(), "SET kept 42")).endsWith("+OK\r\n+OK\r\n");
      redis.process().kill();
    }
    try (LocalRedis redis = LocalRedis.start(data)) {
      assertThat(says(redis, "AUTH " + redis.password(), "GET kept")).contains("42");
    }
  }

  private static String says(LocalRedis redis, String... commands) throws IOException {
    URI address = URI.create(redis.url());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String typed = String.join("\r\n", commands) + "\r\nQUIT\r\n";
      socket.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answers.replaceFirst("\\+OK\r\n$", "");
    }
  }

  private static Admin adminOf(LocalKafka kafka) {
    return Admin.create(
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()));
  }

  private static void run(LocalMariaDb database, String... statements) throws SQLException {
    try (Connection connection = connectionTo(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static Connection connectionTo(LocalMariaDb database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
