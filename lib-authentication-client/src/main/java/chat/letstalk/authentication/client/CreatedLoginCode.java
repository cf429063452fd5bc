package chat.letstalk.authentication.client;

/**
 * The answer to the wish for a login code.
 *
 * @param code 1000 to 9999, or 0 when an earlier code is still valid, which is not sent again
 * @param validInSeconds how long the code can still be used, at least 1
 * @param email where to send it: the address as authentication knows it
 */
public record CreatedLoginCode(int code, int validInSeconds, String email) {

  /** Whether there is a new code to be sent. */
  public boolean isNew() {
    return code != 0;
  }

  /** Without the code, which would be somebody's way in if it got into a log. */
  @Override
  public String toString() {
    return "CreatedLoginCode[isNew=" + isNew() + ", validInSeconds=" + validInSeconds + "]";
  }
}
