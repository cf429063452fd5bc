package chat.letstalk.notification.assembly;

import chat.letstalk.authentication.client.RevokedTokens;
import chat.letstalk.notification.identity.PublishedKeys;
import chat.letstalk.notification.identity.SignedTokens;
import chat.letstalk.notification.identity.TokenCheck;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The check of tokens, made of its configuration. */
@Dependent
public class IdentityProducers {

  @Produces
  @Singleton
  JWKSource<SecurityContext> keys(
      @ConfigProperty(name = "mp.jwt.verify.publickey.location") URL location) {
    return PublishedKeys.at(location);
  }

  void close(@Disposes JWKSource<SecurityContext> keys) {
    if (keys instanceof Closeable open) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException("The keys' background fetch cannot be ended", e);
      }
    }
  }

  @Produces
  @Singleton
  TokenCheck tokens(
      JWKSource<SecurityContext> keys,
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
      @ConfigProperty(name = "mp.jwt.verify.audiences") Set<String> audiences,
      RevokedTokens revoked) {
    return new SignedTokens(keys, issuer, audiences, revoked::isRevoked, revoked::isReady);
  }
}
