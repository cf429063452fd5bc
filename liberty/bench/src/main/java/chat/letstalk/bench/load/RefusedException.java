package chat.letstalk.bench.load;

/** The server answered with something other than 200. */
public final class RefusedException extends RuntimeException {

  private final int status;

  RefusedException(RestCall call, int status, String body) {
    super(call.method() + " " + call.path() + " was answered with " + status + ": " + body);
    this.status = status;
  }

  /** The status of the answer. */
  public int status() {
    return status;
  }
}
