package chat.letstalk.grpc.server;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Set;

/** Lets a call in only when it carries the key of a service that may make it. */
public final class CallerCheck implements ServerInterceptor {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final String SCHEME = "Bearer ";

  /** Which calls a service may make. */
  @FunctionalInterface
  public interface Permissions {

    /**
     * Whether it may make a call.
     *
     * @param service as configured
     * @param method a gRPC method's full name
     */
    boolean mayCall(String service, String method);
  }

  private final Callers callers;
  private final Permissions permissions;
  private final Runnable refused;

  /**
   * @param refused told of every call that is not let in
   */
  public CallerCheck(Callers callers, Permissions permissions, Runnable refused) {
    this.callers = callers;
    this.permissions = permissions;
    this.refused = refused;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Set<String> services = servicesOf(headers);
    if (services.isEmpty()) {
      return refuse(call, Status.UNAUTHENTICATED.withDescription("Unknown caller"));
    }
    String method = call.getMethodDescriptor().getFullMethodName();
    if (services.stream().noneMatch(service -> permissions.mayCall(service, method))) {
      return refuse(
          call,
          Status.PERMISSION_DENIED.withDescription(
              String.join(", ", services) + " may not call this"));
    }
    return next.startCall(call, headers);
  }

  private Set<String> servicesOf(Metadata headers) {
    String authorization = headers.get(AUTHORIZATION);
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      return Set.of();
    }
    return callers.byKey(authorization.substring(SCHEME.length()));
  }

  private <Q, A> ServerCall.Listener<Q> refuse(ServerCall<Q, A> call, Status status) {
    refused.run();
    call.close(status, new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
