package chat.letstalk.filestorage;

import chat.letstalk.authentication.client.AuthenticationClient;
import chat.letstalk.authentication.client.RevokedTokens;
import chat.letstalk.contracts.authentication.v1.ListRevokedRequest;
import chat.letstalk.contracts.authentication.v1.ListRevokedResponse;
import chat.letstalk.contracts.authentication.v1.RevokedToken;
import chat.letstalk.contracts.authentication.v1.TokensGrpc.TokensImplBase;
import chat.letstalk.contracts.authentication.v1.ValidateTokenRequest;
import chat.letstalk.contracts.authentication.v1.ValidateTokenResponse;
import chat.letstalk.grpc.server.GrpcServer;
import chat.letstalk.grpc.server.GrpcSettings;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * A stand-in for the authentication service at the other end of a real connection: it knows the
 * tokens that a test has asked it for, and counts how often it is asked.
 */
public final class TestAuthentication extends TokensImplBase implements AutoCloseable {

  private record Token(UUID account, String id) {}

  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private final AtomicInteger questions = new AtomicInteger();
  private final GrpcServer server;
  private final AuthenticationClient client;
  private final RevokedTokens revokedTokens;

  public TestAuthentication() {
    server =
        new GrpcServer(
            new GrpcSettings("authentication", "127.0.0.1", 0, Duration.ofSeconds(1), 65536, 4),
            List.of(bindService()));
    server.start();
    client =
        new AuthenticationClient("127.0.0.1:" + server.port(), "a key", Duration.ofSeconds(10));
    revokedTokens = new RevokedTokens(client, Duration.ofMillis(50));
    revokedTokens.start();
    Awaitility.await().until(revokedTokens::isReady);
  }

  public AuthenticationClient client() {
    return client;
  }

  public RevokedTokens revokedTokens() {
    return revokedTokens;
  }

  /** A new token of an account. */
  public String tokenOf(UUID account) {
    String token = "token-" + UUID.randomUUID();
    tokens.put(token, new Token(account, UUID.randomUUID().toString()));
    return token;
  }

  /** Revokes a token, and waits until that is known. */
  public void revoke(String token) {
    String id = tokens.get(token).id();
    revoked.add(id);
    Awaitility.await().until(() -> revokedTokens.isRevoked(id));
  }

  /** From now on nobody answers. */
  public void goAway() {
    server.close();
  }

  /** How many tokens it was asked about. */
  public int questions() {
    return questions.get();
  }

  @Override
  public void validate(ValidateTokenRequest request, StreamObserver<ValidateTokenResponse> answer) {
    questions.incrementAndGet();
    Token token = tokens.get(request.getToken());
    answer.onNext(
        token == null || revoked.contains(token.id())
            ? ValidateTokenResponse.getDefaultInstance()
            : ValidateTokenResponse.newBuilder()
                .setValid(true)
                .setAccountId(token.account().toString())
                .setTokenId(token.id())
                .setExpiresAt(Instant.now().plusSeconds(3600).getEpochSecond())
                .build());
    answer.onCompleted();
  }

  @Override
  public void listRevoked(ListRevokedRequest request, StreamObserver<ListRevokedResponse> answer) {
    var response = ListRevokedResponse.newBuilder();
    revoked.forEach(id -> response.addRevoked(RevokedToken.newBuilder().setTokenId(id)));
    answer.onNext(response.build());
    answer.onCompleted();
  }

  @Override
  public void close() {
    revokedTokens.close();
    client.close();
    server.close();
  }
}
