package chat.letstalk.authentication.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.authentication.client.AuthenticationUnavailable;
import chat.letstalk.authentication.client.InvalidArgument;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens, and however much is logged: no key, no token, no code. */
class SecretsInLogsTest {

  private static final Logger OURS = Logger.getLogger("chat.letstalk");
  private static final String EMAIL = "alice@example.com";
  private static final String HOME = "192.0.2.7";

  @TempDir private Path shared;
  private final Level levelBefore = OURS.getLevel();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Handler listener =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
          lines.add(formatter.format(line));
        }

        @Override
        public void flush() {
          // Nothing is held back.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  @BeforeEach
  void listen() {
    OURS.setLevel(Level.ALL);
    OURS.addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    OURS.removeHandler(listener);
    OURS.setLevel(levelBefore);
  }

  @Test
  void no_secret_gets_into_a_log() {
    String token;
    int code;
    try (Replica replica = Replica.sharing(shared);
        var chatApi = replica.clientWith(Replica.CHAT_API_KEY);
        var stranger = replica.clientWith("the-key-of-nobody-0123456789abcdef0123456789")) {
      token = chatApi.issue(UUID.randomUUID().toString(), EMAIL, List.of("user")).token();
      code = chatApi.createLoginCode(EMAIL, HOME).code();
      chatApi.checkLoginCode(EMAIL, 1, HOME);
      chatApi.checkLoginCode(EMAIL, code, HOME);
      chatApi.validate(token + "x");
      chatApi.revoke(token);
      chatApi.validate(token);
      assertThatThrownBy(() -> chatApi.revoke(token + "x")).isInstanceOf(InvalidArgument.class);
      assertThatThrownBy(stranger::listRevoked).isInstanceOf(AuthenticationUnavailable.class);
    }
    String log = String.join("", lines);
    assertThat(log)
        .contains("gRPC listens")
        .doesNotContain(token)
        .doesNotContain(token.substring(token.lastIndexOf('.') + 1))
        .doesNotContain(Replica.CHAT_API_KEY)
        .doesNotContain("the-key-of-nobody")
        .doesNotContain(EMAIL)
        .doesNotContainPattern("\\b" + code + "\\b");
  }
}
