package chat.letstalk.filestorage.grpc;

import chat.letstalk.filestorage.metric.FileMeter;
import chat.letstalk.filestorage.metric.FileMeter.Refusal;
import chat.letstalk.grpc.server.CallerCheck;
import chat.letstalk.grpc.server.Callers;
import chat.letstalk.grpc.server.ErrorStatus;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import java.util.List;

/** Both services, each behind its own check of who calls. */
public final class FileStorageServices {

  private FileStorageServices() {}

  /** What the gRPC server serves. */
  public static List<ServerServiceDefinition> of(
      FileUploadEndpoint forClients,
      AccountCheck accounts,
      ImagesEndpoint forServices,
      Callers callers,
      FileMeter meter) {
    ErrorStatus errors = new ErrorStatus(FailureStatus::of);
    CallerCheck services =
        new CallerCheck(callers, new ServiceCallers(), () -> meter.refused(Refusal.CALLER));
    return List.of(
        ServerInterceptors.interceptForward(forClients, accounts, errors),
        ServerInterceptors.interceptForward(forServices, services, errors));
  }
}
