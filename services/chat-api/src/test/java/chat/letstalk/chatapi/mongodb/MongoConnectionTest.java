package chat.letstalk.chatapi.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.account.AccountType;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.problem.StoreUnavailable;
import chat.letstalk.stack.FreePorts;
import chat.letstalk.stack.LocalMongoDb;
import chat.letstalk.stack.ServerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the database is reached, and what is said when it cannot be. */
class MongoConnectionTest {

  private static final Account ALICE =
      new Account(
          new AccountId(Uuids.next()),
          AccountType.EMAIL,
          "alice@example.com",
          null,
          null,
          null,
          null,
          null,
          Instant.EPOCH);

  @Test
  void an_engine_that_comes_back_is_used_again_without_a_restart_and_has_kept_everything() {
    Path data = TestMongo.folder();
    int port = FreePorts.one();
    LocalMongoDb server = LocalMongoDb.start(data, port);
    MongoEngine engine =
        TestMongo.engine(TestMongo.settings(server.url(), server.database()), List.of());
    try {
      engine.migrate();
      engine.accounts().getOrCreate(ALICE);
      server.close();
      assertThatThrownBy(engine::ping).isInstanceOf(StoreUnavailable.class);
      assertThatThrownBy(() -> engine.accounts().find(ALICE.id()))
          .isInstanceOf(StoreUnavailable.class);
      server = LocalMongoDb.start(data, port);
      await().atMost(Duration.ofSeconds(30)).untilAsserted(engine::ping);
      assertThat(engine.accounts().find(ALICE.id())).contains(ALICE);
    } finally {
      engine.close();
      server.close();
    }
  }

  @Test
  void an_address_where_nobody_answers_is_named_with_its_key_and_without_secrets() {
    MongoSettings settings =
        TestMongo.settings("mongodb://user:s3cret@127.0.0.1:1/?serverSelectionTimeoutMS=1", "db");
    MongoEngine engine = TestMongo.engine(settings, List.of());
    assertThatThrownBy(engine::migrate)
        .hasMessageContainingAll(
            "letstalk.mongodb.url is \"mongodb://***@127.0.0.1:1/", "Start the database")
        .hasMessageNotContaining("s3cret");
    engine.close();
  }

  @Test
  void what_is_no_connection_string_is_named_with_its_key_and_without_secrets() {
    for (String wrong : List.of("mongo://user:s3cret@host", "mongodb://user:s3cret@h:x", "")) {
      MongoEngine engine = TestMongo.engine(TestMongo.settings(wrong, "db"), List.of());
      assertThatThrownBy(engine::migrate)
          .hasMessageContainingAll("letstalk.mongodb.url is \"", "write mongodb://")
          .hasNoCause()
          .hasMessageNotContaining("s3cret");
    }
  }

  @Test
  void a_user_needs_a_password() {
    assertThatThrownBy(() -> TestMongo.engine(withUser(Optional.empty()), List.of()).migrate())
        .hasMessageContainingAll(
            "letstalk.mongodb.user", "letstalk.mongodb.password", "letstalk.mongodb.password-file");
  }

  @Test
  void user_and_password_come_apart_from_the_address_and_are_not_shown() {
    MongoSettings settings = withUser(Optional.of("s3cret"));
    var driver = settings.forDriver(List.of());
    assertThat(driver.getCredential().getUserName()).isEqualTo("alice");
    assertThat(driver.getCredential().getPassword()).isEqualTo("s3cret".toCharArray());
    assertThat(driver.getCredential().getSource()).isEqualTo("admin");
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @Test
  void retryable_writes_are_as_configured_before_what_the_address_says() {
    MongoSettings settings = TestMongo.settings("mongodb://127.0.0.1/?retryWrites=false", "db");
    assertThat(settings.forDriver(List.of()).getRetryWrites()).isFalse();
    assertThat(withRetryWrites(settings, true).forDriver(List.of()).getRetryWrites()).isTrue();
  }

  @Test
  void with_a_file_of_authorities_the_connection_is_encrypted_and_others_are_not_trusted() {
    Path folder = TestMongo.folder().toAbsolutePath();
    ServerKey keys = ServerKey.in(folder.resolve("server"), "127.0.0.1");
    ServerKey stranger = ServerKey.in(folder.resolve("stranger"), "127.0.0.1");
    try (LocalMongoDb server = LocalMongoDb.startWithTls(folder, keys)) {
      MongoEngine engine = engineWith(server, keys.certificate());
      assertThatCode(engine::migrate).doesNotThrowAnyException();
      assertThat(engine.accounts().getOrCreate(ALICE)).isEqualTo(ALICE);
      engine.close();

      MongoEngine deceived = engineWith(server, stranger.certificate());
      assertThatThrownBy(deceived::migrate)
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("letstalk.mongodb.url");
      deceived.close();
    }
  }

  @Test
  void a_file_without_authorities_is_named_with_its_key() throws IOException {
    Path empty = Files.createTempFile(TestMongo.folder(), "empty", ".pem");
    for (Path wrong : List.of(empty, Path.of("/nowhere/ca.pem"))) {
      MongoSettings settings = withAuthorities(TestMongo.settings("db"), wrong);
      assertThatThrownBy(() -> settings.forDriver(List.of()))
          .hasMessageContainingAll("letstalk.mongodb.tls.ca-file is \"" + wrong, "PEM");
    }
  }

  private static MongoEngine engineWith(LocalMongoDb server, Path authorities) {
    return TestMongo.engine(
        withAuthorities(TestMongo.settings(server.url(), server.database()), authorities),
        List.of());
  }

  private static MongoSettings withAuthorities(MongoSettings settings, Path file) {
    return TestMongo.with(
        settings, Optional.empty(), Optional.empty(), Optional.of(file), Optional.empty());
  }

  private static MongoSettings withRetryWrites(MongoSettings settings, boolean retryWrites) {
    return TestMongo.with(
        settings, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(retryWrites));
  }

  private static MongoSettings withUser(Optional<String> password) {
    return TestMongo.with(
        TestMongo.settings("db"),
        Optional.of("alice"),
        password,
        Optional.empty(),
        Optional.empty());
  }
}
