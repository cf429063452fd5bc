package chat.letstalk.authentication.code;

import chat.letstalk.contracts.authentication.v1.CheckLoginCodeRequest;
import chat.letstalk.contracts.authentication.v1.CheckLoginCodeResponse;
import chat.letstalk.contracts.authentication.v1.CreateLoginCodeRequest;
import chat.letstalk.contracts.authentication.v1.CreateLoginCodeResponse;
import chat.letstalk.contracts.authentication.v1.LoginCodesGrpc.LoginCodesImplBase;
import io.grpc.stub.StreamObserver;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Login codes over gRPC. */
@Dependent
public class LoginCodesEndpoint extends LoginCodesImplBase {

  private final CreateLoginCode createLoginCode;
  private final CheckLoginCode checkLoginCode;

  @Inject
  public LoginCodesEndpoint(CreateLoginCode createLoginCode, CheckLoginCode checkLoginCode) {
    this.createLoginCode = createLoginCode;
    this.checkLoginCode = checkLoginCode;
  }

  @Override
  public void create(
      CreateLoginCodeRequest request, StreamObserver<CreateLoginCodeResponse> answer) {
    CreatedLoginCode created = createLoginCode.create(request.getEmail(), request.getSource());
    answer.onNext(
        CreateLoginCodeResponse.newBuilder()
            .setCode(created.digits())
            .setValidInSeconds(created.validInSeconds())
            .setEmail(created.address().text())
            .build());
    answer.onCompleted();
  }

  @Override
  public void check(CheckLoginCodeRequest request, StreamObserver<CheckLoginCodeResponse> answer) {
    CheckedLoginCode checked =
        checkLoginCode.check(request.getEmail(), request.getCode(), request.getSource());
    answer.onNext(
        CheckLoginCodeResponse.newBuilder()
            .setAccepted(checked.accepted())
            .setEmail(checked.address().text())
            .build());
    answer.onCompleted();
  }
}
