package chat.letstalk.filestorage.grpc;

import chat.letstalk.contracts.fileupload.FileUploadGrpcEndpointGrpc;
import chat.letstalk.filestorage.identity.SignedIn;
import chat.letstalk.filestorage.upload.UploadAdmission;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Lets a call in only when it carries the token of an account, and an upload only when there is a
 * place for it; both before its message is read.
 */
public final class AccountCheck implements ServerInterceptor {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final Context.Key<UUID> ACCOUNT = Context.key("account");
  private static final String UPLOAD =
      FileUploadGrpcEndpointGrpc.getUploadImageAsyncMethod().getFullMethodName();

  private final SignedIn signedIn;
  private final UploadAdmission admission;
  private final ScheduledExecutorService deadlines;

  /**
   * @param deadlines ends uploads that never end
   */
  public AccountCheck(
      SignedIn signedIn, UploadAdmission admission, ScheduledExecutorService deadlines) {
    this.signedIn = signedIn;
    this.admission = admission;
    this.deadlines = deadlines;
  }

  /** Whose call this thread is answering. */
  static UUID account() {
    return ACCOUNT.get();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    try {
      UUID account = signedIn.account(headers.get(AUTHORIZATION));
      Context context = Context.current().withValue(ACCOUNT, account);
      if (!call.getMethodDescriptor().getFullMethodName().equals(UPLOAD)) {
        return Contexts.interceptCall(context, call, headers, next);
      }
      UploadCall upload =
          new UploadCall(call, admission.enter(account), admission.arrivesWithin(), deadlines);
      return upload.around(Contexts.interceptCall(context, call, headers, next));
    } catch (RuntimeException e) {
      StatusRuntimeException failure =
          FailureStatus.of(call.getMethodDescriptor().getFullMethodName(), e);
      call.close(failure.getStatus(), failure.getTrailers());
      return new ServerCall.Listener<>() {};
    }
  }
}
