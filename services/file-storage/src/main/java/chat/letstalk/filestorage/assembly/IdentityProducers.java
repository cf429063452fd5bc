package chat.letstalk.filestorage.assembly;

import chat.letstalk.authentication.client.AuthenticationClient;
import chat.letstalk.authentication.client.RevokedTokens;
import chat.letstalk.filestorage.identity.AskAuthentication;
import chat.letstalk.filestorage.identity.RememberedTokens;
import chat.letstalk.filestorage.identity.SignedIn;
import chat.letstalk.filestorage.metric.FileMeter;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The check of tokens, as configured. */
@Dependent
class IdentityProducers {

  @Produces
  @Singleton
  SignedIn signedIn(
      AuthenticationClient authentication,
      RevokedTokens revoked,
      @ConfigProperty(name = "letstalk.file-storage.remembered-tokens") int remembered,
      FileMeter meter) {
    var check =
        new RememberedTokens(
            new AskAuthentication(authentication), revoked, Clock.systemUTC(), remembered);
    return new SignedIn(check, meter);
  }
}
