package chat.letstalk.notification.negotiate;

/** The token that came with a request, from either of the places where it may stand. */
public final class PresentedToken {

  private static final String SCHEME = "Bearer ";

  private PresentedToken() {}

  /**
   * The bare token.
   *
   * @param authorization the header, or null
   * @param accessToken the query parameter, or null
   * @return null when there is none
   */
  public static String of(String authorization, String accessToken) {
    if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return authorization.substring(SCHEME.length()).strip();
    }
    return accessToken;
  }
}
