package chat.letstalk.chatapi.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.event.CommandListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;

/**
 * How to reach the database: the keys {@code letstalk.mongodb.*}.
 *
 * @param url a connection string
 * @param user who signs in; empty for whoever the connection string names, or nobody
 * @param userDatabase where the user is known
 * @param caFile certificates in PEM of the authorities that the server's is checked against; empty
 *     for the JVM's own. TLS is used when there is one
 * @param retryWrites empty for what the connection string says
 * @param connections the most of one replica
 * @param answerWithin how long a command may take, and the search for a server
 */
record MongoSettings(
    String url,
    String database,
    Optional<String> user,
    Optional<String> password,
    String userDatabase,
    Optional<Path> caFile,
    Optional<Boolean> retryWrites,
    int connections,
    Duration answerWithin) {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final Duration IDLE_AT_MOST = Duration.ofMinutes(5);

  /**
   * @param listeners told of every command, for tests
   * @throws IllegalStateException when a value cannot be, with its key and what to do
   */
  MongoClientSettings forDriver(List<CommandListener> listeners) {
    MongoClientSettings.Builder settings =
        MongoClientSettings.builder()
            .applyConnectionString(connectionString())
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .applicationName("letstalk-chat-api")
            .applyToConnectionPoolSettings(
                pool ->
                    pool.maxSize(connections)
                        .maxWaitTime(millis(answerWithin), TimeUnit.MILLISECONDS)
                        .maxConnectionIdleTime(millis(IDLE_AT_MOST), TimeUnit.MILLISECONDS))
            .applyToClusterSettings(
                cluster ->
                    cluster.serverSelectionTimeout(millis(CONNECT_WITHIN), TimeUnit.MILLISECONDS))
            .applyToSocketSettings(
                socket ->
                    socket
                        .connectTimeout(millis(CONNECT_WITHIN), TimeUnit.MILLISECONDS)
                        .readTimeout(millis(answerWithin), TimeUnit.MILLISECONDS));
    listeners.forEach(settings::addCommandListener);
    retryWrites.ifPresent(settings::retryWrites);
    user.ifPresent(name -> settings.credential(credential(name)));
    caFile.ifPresent(
        file ->
            settings.applyToSslSettings(
                tls -> tls.enabled(true).context(Authorities.trustedIn(file))));
    return settings.build();
  }

  private static long millis(Duration time) {
    return time.toMillis();
  }

  private MongoCredential credential(String name) {
    String secret =
        password.orElseThrow(
            () ->
                new IllegalStateException(
                    "letstalk.mongodb.user is \""
                        + name
                        + "\", but there is no password: set letstalk.mongodb.password or"
                        + " letstalk.mongodb.password-file"));
    return MongoCredential.createCredential(name, userDatabase, secret.toCharArray());
  }

  private ConnectionString connectionString() {
    try {
      return new ConnectionString(url);
    } catch (IllegalArgumentException e) {
      // Without the cause: the driver's words may repeat what is secret.
      throw new IllegalStateException(
          "letstalk.mongodb.url is \""
              + shownUrl()
              + "\", which is no connection string: write"
              + " mongodb://host:port/?options, and a user's special characters as %XX");
    }
  }

  /** The connection string without what stands before the host. */
  String shownUrl() {
    int scheme = url.indexOf("://");
    int host = url.lastIndexOf('@');
    return scheme < 0 || host < scheme
        ? url
        : url.substring(0, scheme + 3) + "***@" + url.substring(host + 1);
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "letstalk.mongodb.url " + shownUrl() + ", letstalk.mongodb.database " + database;
  }
}
