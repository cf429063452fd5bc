package chat.letstalk.chatapi.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/** Turns floods away: per account where there is one, else per address. */
@Provider
@Dependent
@Priority(Priorities.AUTHENTICATION + 1)
public class RequestLimitFilter implements ContainerRequestFilter {

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final RequestLimits limits;
  private final Caller caller;
  private final ClientAddress address;

  @Inject
  public RequestLimitFilter(RequestLimits limits, Caller caller, ClientAddress address) {
    this.limits = limits;
    this.caller = caller;
    this.address = address;
  }

  /** For JAX-RS, which asks for one before it lets CDI make the provider. */
  public RequestLimitFilter() {
    this(null, null, null);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String source = caller.accountId() == null ? address.get() : "account " + caller.accountId();
    if (!limits.allows(source)) {
      request.abortWith(Problems.tooMany("Too many requests. Please wait a moment.", A_MOMENT));
    }
  }
}
