package chat.letstalk.cache;

/** Redis cannot be asked, or does not answer in time; what was asked may have been done. */
public final class RedisAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param cause null when it was not even asked
   */
  RedisAway(String message, Throwable cause) {
    super(message, cause);
  }
}
