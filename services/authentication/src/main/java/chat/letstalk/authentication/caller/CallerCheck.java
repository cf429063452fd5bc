package chat.letstalk.authentication.caller;

import chat.letstalk.authentication.metric.Meter;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Optional;

/** Lets a call in only when it carries the key of a service that may make it. */
public final class CallerCheck implements ServerInterceptor {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final String SCHEME = "Bearer ";

  private final Callers callers;
  private final Meter meter;

  /** Knows the given callers. */
  public CallerCheck(Callers callers, Meter meter) {
    this.callers = callers;
    this.meter = meter;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Optional<Caller> caller = callerOf(headers);
    if (caller.isEmpty()) {
      return refuse(call, Status.UNAUTHENTICATED.withDescription("Unknown caller"));
    }
    if (!caller.get().mayCall(call.getMethodDescriptor().getFullMethodName())) {
      return refuse(
          call,
          Status.PERMISSION_DENIED.withDescription(caller.get().name() + " may not call this"));
    }
    return next.startCall(call, headers);
  }

  private Optional<Caller> callerOf(Metadata headers) {
    String authorization = headers.get(AUTHORIZATION);
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      return Optional.empty();
    }
    return callers.byKey(authorization.substring(SCHEME.length()));
  }

  private <Q, A> ServerCall.Listener<Q> refuse(ServerCall<Q, A> call, Status status) {
    meter.count(Meter.Event.CALLERS_REFUSED);
    call.close(status, new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
