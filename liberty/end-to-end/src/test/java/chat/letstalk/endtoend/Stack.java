package chat.letstalk.endtoend;

import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;

/** The packaged WARs, running. */
interface Stack {

  static Stack allInOne() {
    throw new IllegalStateException();
  }

  static Stack separate() {
    throw new IllegalStateException();
  }

  URI rest();

  URI hub();

  URI negotiate();

  URI jwks();

  Mailbox mailbox();

  String kafka();

  int grpcPort();

  String serviceKey();

  RSAKey signingKey();

  void kills(Part part);

  void restarts(Part part);

  void killsEverything();

  void upAgain();
}
