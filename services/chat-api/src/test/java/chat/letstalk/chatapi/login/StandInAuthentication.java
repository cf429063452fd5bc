package chat.letstalk.chatapi.login;

import chat.letstalk.authentication.client.AuthenticationClient;
import chat.letstalk.chatapi.StandInServer;
import chat.letstalk.contracts.authentication.v1.CheckLoginCodeRequest;
import chat.letstalk.contracts.authentication.v1.CheckLoginCodeResponse;
import chat.letstalk.contracts.authentication.v1.CreateLoginCodeRequest;
import chat.letstalk.contracts.authentication.v1.CreateLoginCodeResponse;
import chat.letstalk.contracts.authentication.v1.IssueTokenRequest;
import chat.letstalk.contracts.authentication.v1.IssueTokenResponse;
import chat.letstalk.contracts.authentication.v1.LoginCodesGrpc.LoginCodesImplBase;
import chat.letstalk.contracts.authentication.v1.TokensGrpc.TokensImplBase;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in for the authentication service, which is another module: one code per address, the same
 * for everybody, and tokens that say whose they are. The real one takes part end to end.
 */
final class StandInAuthentication implements AutoCloseable {

  static final int CODE = 4711;
  static final int VALID_IN_SECONDS = 120;

  private final Map<String, Integer> codes = new ConcurrentHashMap<>();
  private final StandInServer server = new StandInServer(new Codes(), new Tokens());
  private final AuthenticationClient client;

  StandInAuthentication() {
    client = new AuthenticationClient(server.address(), "k".repeat(32), Duration.ofSeconds(30));
  }

  AuthenticationClient client() {
    return client;
  }

  static String tokenOf(String accountId) {
    return "token of " + accountId;
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }

  private final class Codes extends LoginCodesImplBase {

    @Override
    public void create(
        CreateLoginCodeRequest request, StreamObserver<CreateLoginCodeResponse> answer) {
      String email = request.getEmail().strip().toLowerCase(Locale.ROOT);
      boolean isNew = codes.putIfAbsent(email, CODE) == null;
      answer.onNext(
          CreateLoginCodeResponse.newBuilder()
              .setCode(isNew ? CODE : 0)
              .setValidInSeconds(VALID_IN_SECONDS)
              .setEmail(email)
              .build());
      answer.onCompleted();
    }

    @Override
    public void check(
        CheckLoginCodeRequest request, StreamObserver<CheckLoginCodeResponse> answer) {
      String email = request.getEmail().strip().toLowerCase(Locale.ROOT);
      answer.onNext(
          CheckLoginCodeResponse.newBuilder()
              .setAccepted(codes.remove(email, request.getCode()))
              .setEmail(email)
              .build());
      answer.onCompleted();
    }
  }

  private static final class Tokens extends TokensImplBase {

    @Override
    public void issue(IssueTokenRequest request, StreamObserver<IssueTokenResponse> answer) {
      answer.onNext(
          IssueTokenResponse.newBuilder()
              .setToken(tokenOf(request.getAccountId()))
              .setExpiresAt(1)
              .build());
      answer.onCompleted();
    }
  }
}
