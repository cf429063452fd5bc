package chat.letstalk.stack.documentdb;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * MongoDB's protocol for a PostgreSQL with the DocumentDB extension, the engine that Azure runs as
 * CosmosDB for MongoDB vCore. Nobody signs in. It listens on the loopback address.
 */
public final class DocumentDbGateway {

  private static final Logger LOG = Logger.getLogger(DocumentDbGateway.class.getName());

  /** Of the environment, as command lines are seen by all: a JDBC address with its user. */
  private static final String ENGINE = "LETSTALK_DOCUMENTDB_URL";

  private static final int MOST_CLIENTS = 400;

  private DocumentDbGateway() {}

  /**
   * Runs until the process is ended.
   *
   * @param arguments the port; for TLS also a key store (PKCS #12) with one private key, and its
   *     password
   */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    Commands commands = new Commands(new Engine(System.getenv(ENGINE)));
    ServerSocketFactory doors =
        arguments.length > 1
            ? encrypted(new File(arguments[1]), arguments[2].toCharArray())
            : ServerSocketFactory.getDefault();
    ExecutorService clients =
        new ThreadPoolExecutor(0, MOST_CLIENTS, 1, TimeUnit.MINUTES, new SynchronousQueue<>());
    int port = Integer.parseInt(arguments[0]);
    try (ServerSocket door =
        doors.createServerSocket(port, MOST_CLIENTS, InetAddress.getLoopbackAddress())) {
      while (true) {
        receive(door.accept(), clients, commands);
      }
    }
  }

  private static ServerSocketFactory encrypted(File keyStore, char[] password)
      throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(keyStore, password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context.getServerSocketFactory();
  }

  private static void receive(Socket client, ExecutorService clients, Commands commands)
      throws IOException {
    try {
      clients.execute(() -> serve(client, commands));
    } catch (RejectedExecutionException e) {
      LOG.warning("More than " + MOST_CLIENTS + " connections: one was refused");
      client.close();
    }
  }

  private static void serve(Socket client, Commands commands) {
    try (client) {
      client.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
      OutputStream out = client.getOutputStream();
      while (true) {
        Message message = Message.read(in);
        message.answer(commands.answer(message), out);
      }
    } catch (EOFException | SocketException e) {
      LOG.log(Level.FINE, "A client has gone", e);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "A client's connection ended", e);
    }
  }
}
