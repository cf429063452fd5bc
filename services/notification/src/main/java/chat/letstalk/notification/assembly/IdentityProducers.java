package chat.letstalk.notification.assembly;

import chat.letstalk.authentication.client.RevokedTokens;
import chat.letstalk.notification.identity.PublishedKeys;
import chat.letstalk.notification.identity.SignedTokens;
import chat.letstalk.notification.identity.TokenCheck;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URL;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The check of tokens, made of its configuration. */
@Dependent
public class IdentityProducers {

  /** A new key waits a minute before it signs. */
  private static final Duration POLL = Duration.ofSeconds(30);

  @Produces
  @Singleton
  PublishedKeys keys(@ConfigProperty(name = "mp.jwt.verify.publickey.location") URL location) {
    return new PublishedKeys(location, POLL);
  }

  void close(@Disposes PublishedKeys keys) {
    keys.close();
  }

  @Produces
  @Singleton
  TokenCheck tokens(
      PublishedKeys keys,
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
      @ConfigProperty(name = "mp.jwt.verify.audiences") Set<String> audiences,
      RevokedTokens revoked) {
    return new SignedTokens(keys, issuer, audiences, revoked::isRevoked, revoked::isReady);
  }
}
