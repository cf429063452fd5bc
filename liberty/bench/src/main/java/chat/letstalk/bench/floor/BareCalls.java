package chat.letstalk.bench.floor;

import chat.letstalk.bench.load.Operation;
import chat.letstalk.bench.load.RestCall;
import chat.letstalk.bench.load.RestClient;
import java.util.concurrent.CompletableFuture;

/**
 * The floor of whatever is asked over HTTP: the cheapest call that the same server answers, over
 * the same kind of connections.
 */
public final class BareCalls implements Operation {

  /** What is asked. */
  public static final String PATH = "/health/live";

  /** What is done, as it stands beside a figure. */
  public static final String NAME = "bare REST call (GET " + PATH + ")";

  private static final RestCall CALL = RestCall.get(PATH);

  private final RestClient rest;

  /** Over the connections of a client. */
  public BareCalls(RestClient rest) {
    this.rest = rest;
  }

  @Override
  public CompletableFuture<?> start() {
    return rest.send(CALL);
  }
}
