package chat.letstalk.cache;

import io.lettuce.core.RedisURI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How to reach Redis: the keys {@code letstalk.redis.*}. Immutable.
 *
 * @param nodes one, or some of a cluster's, with user and password
 * @param isCluster whether the others of the cluster are to be found
 * @param caFile certificates in PEM of the only authorities to trust; empty for the JVM's own
 * @param timeout for an answer
 * @param prefix before every key
 * @param shownUrl without secrets
 */
record RedisSettings(
    List<RedisURI> nodes,
    boolean isCluster,
    Optional<Path> caFile,
    Duration timeout,
    String prefix,
    String shownUrl) {

  static final String URL = "letstalk.redis.url";
  private static final String CA_FILE = "letstalk.redis.tls.ca-file";
  private static final String TIMEOUT = "letstalk.redis.timeout";
  private static final String CLUSTER = "-cluster://";
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(10);

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException for a value that cannot be; names the key and what can
   */
  static RedisSettings read(Function<String, Optional<String>> config) {
    String url =
        config.apply(URL).orElseThrow(() -> new IllegalArgumentException(URL + " is not set"));
    Optional<String> user = config.apply("letstalk.redis.user");
    Optional<String> password = config.apply("letstalk.redis.password");
    List<RedisURI> nodes = nodes(url);
    nodes.forEach(node -> authenticate(node, user, password));
    return new RedisSettings(
        nodes,
        nodes.size() > 1 || url.contains(CLUSTER),
        config.apply(CA_FILE).map(RedisSettings::readable),
        timeout(config.apply(TIMEOUT).orElse("PT0.25S")),
        config.apply("letstalk.redis.prefix").orElse(""),
        shown(url));
  }

  private static List<RedisURI> nodes(String url) {
    try {
      if (url.contains("-sentinel://")) {
        return List.of(RedisURI.create(url.strip()));
      }
      int scheme = url.indexOf("://");
      String before = url.substring(0, scheme + 3).strip().replace(CLUSTER, "://");
      return Stream.of(url.substring(scheme + 3).split(",", -1))
          .map(String::strip)
          .map(node -> node(node.contains("://") ? node : before + node))
          .toList();
    } catch (RuntimeException e) {
      // Without the cause: its words may repeat what is secret.
      throw new IllegalArgumentException(
          "%s is \"%s\", which cannot be read: write redis://host:port,".formatted(URL, shown(url))
              + " redis-sentinel://host:port,host:port/0#master or redis-cluster://host:port,host:port;"
              + " rediss, rediss-sentinel and rediss-cluster use TLS");
    }
  }

  private static RedisURI node(String url) {
    RedisURI node = RedisURI.create(url);
    String host = node.getHost();
    // Lettuce takes a port that is no number for a part of the name.
    if (host == null || host.isBlank() || host.chars().filter(one -> one == ':').count() == 1) {
      throw new IllegalArgumentException("There is no host, or no port");
    }
    return node;
  }

  private static void authenticate(
      RedisURI node, Optional<String> user, Optional<String> password) {
    password.ifPresent(
        secret ->
            node.setCredentialsProvider(
                new io.lettuce.core.StaticCredentialsProvider(
                    user.orElse(null), secret.toCharArray())));
  }

  private static Duration timeout(String value) {
    try {
      Duration timeout = Duration.parse(value);
      if (timeout.toMillis() >= 1 && timeout.compareTo(LONGEST_TIMEOUT) <= 0) {
        return timeout;
      }
    } catch (RuntimeException e) {
      // answered below
    }
    throw new IllegalArgumentException(
        "%s is %s: set it to a duration from PT0.001S to PT10S".formatted(TIMEOUT, value));
  }

  private static Path readable(String file) {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException(
          "%s is \"%s\", which cannot be read: name a file with the authorities' certificates in PEM"
              .formatted(CA_FILE, file));
    }
    return path;
  }

  /** Whatever stands before the last @ is secret, or looks like it. */
  private static String shown(String url) {
    int scheme = url.indexOf("://");
    int host = url.lastIndexOf('@');
    int secret = scheme < 0 || scheme > host ? 0 : scheme + 3;
    return host < 0 ? url.strip() : url.substring(0, secret) + "***@" + url.substring(host + 1);
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return URL + " " + shownUrl;
  }
}
