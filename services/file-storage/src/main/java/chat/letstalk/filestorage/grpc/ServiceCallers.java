package chat.letstalk.filestorage.grpc;

import chat.letstalk.contracts.images.v1.ImagesGrpc;
import chat.letstalk.grpc.server.CallerCheck;
import java.util.Map;
import java.util.Set;

/** Which service may do what with pictures. */
final class ServiceCallers implements CallerCheck.Permissions {

  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "chat-api",
          Set.of(ImagesGrpc.getShareMethod().getFullMethodName()),
          "image-processing",
          Set.of(
              ImagesGrpc.getReadMethod().getFullMethodName(),
              ImagesGrpc.getStorePreviewMethod().getFullMethodName()));

  @Override
  public boolean mayCall(String service, String method) {
    return ALLOWED.getOrDefault(service, Set.of()).contains(method);
  }
}
