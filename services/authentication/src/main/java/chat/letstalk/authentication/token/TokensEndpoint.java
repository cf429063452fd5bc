package chat.letstalk.authentication.token;

import chat.letstalk.contracts.authentication.v1.IssueTokenRequest;
import chat.letstalk.contracts.authentication.v1.IssueTokenResponse;
import chat.letstalk.contracts.authentication.v1.ListRevokedRequest;
import chat.letstalk.contracts.authentication.v1.ListRevokedResponse;
import chat.letstalk.contracts.authentication.v1.RevokeTokenRequest;
import chat.letstalk.contracts.authentication.v1.RevokeTokenResponse;
import chat.letstalk.contracts.authentication.v1.RevokedToken;
import chat.letstalk.contracts.authentication.v1.TokensGrpc.TokensImplBase;
import chat.letstalk.contracts.authentication.v1.ValidateTokenRequest;
import chat.letstalk.contracts.authentication.v1.ValidateTokenResponse;
import io.grpc.stub.StreamObserver;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Tokens over gRPC. */
@Dependent
public class TokensEndpoint extends TokensImplBase {

  private final IssueToken issueToken;
  private final ValidateToken validateToken;
  private final RevokeToken revokeToken;
  private final Revocations revocations;

  @Inject
  public TokensEndpoint(
      IssueToken issueToken,
      ValidateToken validateToken,
      RevokeToken revokeToken,
      Revocations revocations) {
    this.issueToken = issueToken;
    this.validateToken = validateToken;
    this.revokeToken = revokeToken;
    this.revocations = revocations;
  }

  @Override
  public void issue(IssueTokenRequest request, StreamObserver<IssueTokenResponse> answer) {
    IssuedToken issued =
        issueToken.issue(request.getAccountId(), request.getEmail(), request.getGroupsList());
    answer.onNext(
        IssueTokenResponse.newBuilder()
            .setToken(issued.serialized())
            .setExpiresAt(issued.expiresAt().getEpochSecond())
            .build());
    answer.onCompleted();
  }

  @Override
  public void validate(ValidateTokenRequest request, StreamObserver<ValidateTokenResponse> answer) {
    answer.onNext(
        validateToken
            .validate(request.getToken())
            .map(TokensEndpoint::responseOf)
            .orElseGet(ValidateTokenResponse::getDefaultInstance));
    answer.onCompleted();
  }

  private static ValidateTokenResponse responseOf(ValidToken token) {
    return ValidateTokenResponse.newBuilder()
        .setValid(true)
        .setAccountId(token.accountId())
        .setTokenId(token.tokenId())
        .setExpiresAt(token.expiresAt().getEpochSecond())
        .addAllGroups(token.groups())
        .build();
  }

  @Override
  public void revoke(RevokeTokenRequest request, StreamObserver<RevokeTokenResponse> answer) {
    revokeToken.revoke(request.getToken());
    answer.onNext(RevokeTokenResponse.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public void listRevoked(ListRevokedRequest request, StreamObserver<ListRevokedResponse> answer) {
    var response = ListRevokedResponse.newBuilder();
    for (Revocation revocation : revocations.current()) {
      response.addRevoked(
          RevokedToken.newBuilder()
              .setTokenId(revocation.tokenId())
              .setExpiresAt(revocation.expiresAt().getEpochSecond()));
    }
    answer.onNext(response.build());
    answer.onCompleted();
  }
}
