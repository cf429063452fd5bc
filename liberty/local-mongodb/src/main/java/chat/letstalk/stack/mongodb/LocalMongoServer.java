package chat.letstalk.stack.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.h2.mvstore.MVStore;

/** A stand-in for MongoDB that listens on the loopback address. */
public final class LocalMongoServer {

  /** What a crash of this process may lose: the file is written in the background. */
  private static final int MOST_LOST_MILLIS = 50;

  /** What is not in memory is decoded anew for each query. */
  private static final int CACHE_MEGABYTES = 256;

  /** How the file is written; 0 is what the file's own library makes of Java objects. */
  private static final int FORMAT = 1;

  private LocalMongoServer() {}

  /**
   * Runs until the process is ended.
   *
   * @param arguments the port and the file with the data; for TLS also a key store (PKCS #12) with
   *     one private key, and its password
   */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    MVStore file = open(arguments[1]);
    MongoServer server = new MongoServer(new AtomicBackend(file));
    file.setAutoCommitDelay(MOST_LOST_MILLIS);
    if (arguments.length > 2) {
      encrypt(server, new File(arguments[2]), arguments[3].toCharArray());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    server.bind("127.0.0.1", Integer.parseInt(arguments[0]));
  }

  private static MVStore open(String name) {
    MVStore file =
        new MVStore.Builder()
            .fileName(name)
            .cacheSize(CACHE_MEGABYTES)
            .autoCommitDisabled() // whoever writes also tidies up, from under those who read it all
            .open();
    if (!file.getMapNames().isEmpty() && file.getStoreVersion() != FORMAT) {
      file.closeImmediately();
      throw new IllegalStateException(
          name + " is of an older version of this stand-in, and not readable: move it away");
    }
    file.setStoreVersion(FORMAT);
    return file;
  }

  private static void encrypt(MongoServer server, File keyStore, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance(keyStore, password);
    String alias = keys.aliases().nextElement();
    server.enableSsl(
        (PrivateKey) keys.getKey(alias, password),
        null,
        (X509Certificate) keys.getCertificate(alias));
  }
}
