package chat.letstalk.authentication.client;

import chat.letstalk.contracts.authentication.v1.CheckLoginCodeRequest;
import chat.letstalk.contracts.authentication.v1.CreateLoginCodeRequest;
import chat.letstalk.contracts.authentication.v1.IssueTokenRequest;
import chat.letstalk.contracts.authentication.v1.ListRevokedRequest;
import chat.letstalk.contracts.authentication.v1.RevokeTokenRequest;
import chat.letstalk.contracts.authentication.v1.RevokedToken;
import chat.letstalk.contracts.authentication.v1.ValidateTokenRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The services' way to authentication. Each call takes at most {@code
 * letstalk.authentication.answer-within} and throws {@link AuthenticationUnavailable} when there is
 * no answer by then. Thread-safe.
 */
@ApplicationScoped
public class AuthenticationClient implements AutoCloseable {

  /** No token of ours is longer; what is, is not worth a call. */
  private static final int LONGEST_TOKEN = 8 * 1024;

  private final AuthenticationChannel channel;

  /**
   * Connects with the first call.
   *
   * @param url host:port of the gRPC server
   * @param key this service's own key
   * @param answerWithin how long a call may take, the first one's connecting included; positive
   */
  @Inject
  public AuthenticationClient(
      @ConfigProperty(name = "letstalk.authentication.url") String url,
      @ConfigProperty(name = "letstalk.authentication.key") String key,
      @ConfigProperty(name = "letstalk.authentication.answer-within") Duration answerWithin) {
    this.channel = new AuthenticationChannel(url, key, answerWithin);
  }

  /** For the container's proxies. */
  protected AuthenticationClient() {
    this.channel = null;
  }

  /**
   * Issues a token. Only for services that have checked who the person is.
   *
   * @param accountId a UUID in text form
   * @param email the account's address
   * @param groups the roles
   * @throws InvalidArgument when the account id is no UUID or the address is none
   */
  public IssuedToken issue(String accountId, String email, Collection<String> groups) {
    var request =
        IssueTokenRequest.newBuilder()
            .setAccountId(accountId)
            .setEmail(email)
            .addAllGroups(groups)
            .build();
    var response = channel.call(() -> channel.tokens().issue(request));
    return new IssuedToken(response.getToken(), Instant.ofEpochSecond(response.getExpiresAt()));
  }

  /**
   * Checks signature, issuer, audience, lifetime and revocation.
   *
   * @param token bare, as clients send it
   * @return empty for anything but a valid token of ours
   */
  public Optional<ValidatedToken> validate(String token) {
    if (!isPlausible(token)) {
      return Optional.empty();
    }
    var request = ValidateTokenRequest.newBuilder().setToken(token).build();
    var response = channel.call(() -> channel.tokens().validate(request));
    if (!response.getValid()) {
      return Optional.empty();
    }
    return Optional.of(
        new ValidatedToken(
            response.getAccountId(),
            response.getTokenId(),
            Instant.ofEpochSecond(response.getExpiresAt()),
            Set.copyOf(response.getGroupsList())));
  }

  /**
   * Revokes a token for good; repeating it changes nothing.
   *
   * @param token bare
   * @throws InvalidArgument for something that is no valid token of ours
   */
  public void revoke(String token) {
    if (!isPlausible(token)) {
      throw new InvalidArgument("Not a token");
    }
    var request = RevokeTokenRequest.newBuilder().setToken(token).build();
    var unused = channel.call(() -> channel.tokens().revoke(request));
  }

  /** The ids ("jti") of all tokens that are revoked and not yet expired; {@link RevokedTokens}. */
  public Set<String> listRevoked() {
    var request = ListRevokedRequest.getDefaultInstance();
    var response = channel.call(() -> channel.tokens().listRevoked(request));
    return response.getRevokedList().stream()
        .map(RevokedToken::getTokenId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Creates a login code, or says how long the present one still lives.
   *
   * @param email as the person typed it
   * @param source where the wish came from: an IP address
   * @throws InvalidArgument for something that is no address
   * @throws TooManyRequests when the address or the source has asked too often
   */
  public CreatedLoginCode createLoginCode(String email, String source) {
    var request = CreateLoginCodeRequest.newBuilder().setEmail(email).setSource(source).build();
    var response = channel.call(() -> channel.loginCodes().create(request));
    return new CreatedLoginCode(
        response.getCode(), response.getValidInSeconds(), response.getEmail());
  }

  /**
   * Checks a login code and uses it up when it is right.
   *
   * @param email as the person typed it
   * @param code as the person typed it
   * @param source where it came from: an IP address
   * @throws InvalidArgument for something that is no address
   * @throws TooManyRequests when the source has tried too often
   */
  public CheckedLoginCode checkLoginCode(String email, int code, String source) {
    var request =
        CheckLoginCodeRequest.newBuilder().setEmail(email).setCode(code).setSource(source).build();
    var response = channel.call(() -> channel.loginCodes().check(request));
    return new CheckedLoginCode(response.getAccepted(), response.getEmail());
  }

  private static boolean isPlausible(String token) {
    return token != null && !token.isEmpty() && token.length() <= LONGEST_TOKEN;
  }

  /** Ends the connection; calls fail afterwards. */
  @Override
  @PreDestroy
  public void close() {
    channel.close();
  }
}
