package chat.letstalk.chatapi.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Turns floods away: per account where there is one, else per address. */
@Provider
@Dependent
@Priority(Priorities.AUTHENTICATION + 1)
public class RequestLimitFilter implements ContainerRequestFilter {

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
      request.abortWith(
          Response.fromResponse(Problems.of(429, "Too many requests. Please wait a moment."))
              .header(HttpHeaders.RETRY_AFTER, 1)
              .build());
    }
  }
}
