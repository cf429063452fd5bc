package chat.letstalk.authentication.code;

/**
 * A code to be sent, or the news that one has been.
 *
 * @param digits 1000 to 9999; 0 when an earlier code is still valid
 * @param validInSeconds at least 1
 * @param address where to send it
 */
public record CreatedLoginCode(int digits, int validInSeconds, EmailAddress address) {

  /** Without the digits and the address. */
  @Override
  public String toString() {
    return "CreatedLoginCode[isNew=" + (digits != 0) + ", validInSeconds=" + validInSeconds + "]";
  }
}
