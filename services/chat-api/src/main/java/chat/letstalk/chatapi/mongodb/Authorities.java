package chat.letstalk.chatapi.mongodb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Reads whom to trust from a file, as cloud providers hand them out. */
final class Authorities {

  private Authorities() {}

  /**
   * TLS that takes the certificates of some authorities alone.
   *
   * @param pem one or more certificates
   * @throws IllegalStateException when there is no certificate to be read
   */
  static SSLContext trustedIn(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("authority " + trusted.size(), one);
      }
      if (trusted.size() == 0) {
        throw new GeneralSecurityException("it holds no certificate");
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, managers.getTrustManagers(), null);
      return tls;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "letstalk.mongodb.tls.ca-file is \""
              + pem
              + "\", which cannot be used ("
              + e
              + "): name a file with the authorities' certificates in PEM",
          e);
    }
  }
}
