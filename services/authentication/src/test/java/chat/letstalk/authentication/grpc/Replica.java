package chat.letstalk.authentication.grpc;

import chat.letstalk.authentication.Counts;
import chat.letstalk.authentication.Repeating;
import chat.letstalk.authentication.client.AuthenticationClient;
import chat.letstalk.authentication.code.CheckLoginCode;
import chat.letstalk.authentication.code.CodeLimits;
import chat.letstalk.authentication.code.CodeSettings;
import chat.letstalk.authentication.code.CreateLoginCode;
import chat.letstalk.authentication.code.LoginCodesEndpoint;
import chat.letstalk.authentication.code.MemoryLoginCodeStore;
import chat.letstalk.authentication.key.KeyFolder;
import chat.letstalk.authentication.key.KeyRing;
import chat.letstalk.authentication.key.MadeKey;
import chat.letstalk.authentication.token.IssueToken;
import chat.letstalk.authentication.token.RevocationFile;
import chat.letstalk.authentication.token.RevokeToken;
import chat.letstalk.authentication.token.TokenSettings;
import chat.letstalk.authentication.token.TokensEndpoint;
import chat.letstalk.authentication.token.ValidateToken;
import chat.letstalk.grpc.server.Callers;
import chat.letstalk.grpc.server.GrpcServer;
import chat.letstalk.grpc.server.GrpcSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Authentication as it runs, without the container around it. */
final class Replica implements AutoCloseable {

  static final String CHAT_API_KEY = "key-of-chat-api-0123456789abcdef0123456789";
  static final String NOTIFICATION_KEY = "key-of-notification-0123456789abcdef01234";

  private static final Duration LOOKS_EVERY = Duration.ofMillis(20);

  /** More than in production: here answers come, only the machine may be busy. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final Counts counts = new Counts();
  final KeyRing keys;
  private final GrpcServer server;
  private final Repeating refreshingKeys;
  private final Repeating refreshingRevocations;

  private Replica(Path shared, int port) {
    Clock clock = Clock.systemUTC();
    var tokens = new TokenSettings("https://letstalk.chat", "letstalk", Duration.ofHours(1));
    keys =
        new KeyRing(new KeyFolder(MadeKey.into(shared.resolve("keys"))), tokens.lifetime(), clock);
    refreshingKeys = new Repeating("keys", LOOKS_EVERY, keys::refresh);
    var revocations = new RevocationFile(shared.resolve("state"), clock);
    refreshingRevocations = new Repeating("revocations", LOOKS_EVERY, revocations::refresh);
    var validate = new ValidateToken(keys, tokens, revocations, clock, counts);
    var tokensEndpoint =
        new TokensEndpoint(
            new IssueToken(keys, tokens, clock, counts),
            validate,
            new RevokeToken(validate, revocations, counts),
            revocations);
    server =
        new GrpcServer(
            new GrpcSettings("authentication", "127.0.0.1", port, PATIENCE, 64 * 1024, 4),
            AuthenticationServices.of(tokensEndpoint, loginCodes(clock), callers(), counts));
    server.start();
  }

  private LoginCodesEndpoint loginCodes(Clock clock) {
    var settings = new CodeSettings(Duration.ofSeconds(120), 5);
    var codes = new MemoryLoginCodeStore(clock, settings.lifetime());
    var limits = new CodeLimits(new CodeLimits.Settings(3, 40, 30, 200, 100), clock, counts);
    return new LoginCodesEndpoint(
        new CreateLoginCode(codes, limits, settings, clock, counts),
        new CheckLoginCode(codes, limits, counts));
  }

  private static Callers callers() {
    return Callers.of(
        "letstalk.authentication.callers",
        List.of("chat-api:" + CHAT_API_KEY, "notification:" + NOTIFICATION_KEY));
  }

  /** A replica on a free port. */
  static Replica sharing(Path folder) {
    return new Replica(folder, 0);
  }

  /** A replica where another was. */
  static Replica sharing(Path folder, int port) {
    return new Replica(folder, port);
  }

  int port() {
    return server.port();
  }

  AuthenticationClient clientWith(String key) {
    return new AuthenticationClient("127.0.0.1:" + port(), key, PATIENCE);
  }

  GrpcServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
    refreshingKeys.close();
    refreshingRevocations.close();
  }
}
