package chat.letstalk.grpc.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The services that may call, each with a key of its own. Only digests of the keys are kept.
 * Thread-safe.
 */
public final class Callers {

  private static final int SHORTEST_KEY = 32;

  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Known(String service, byte[] digest) {}

  private final List<Known> known;

  private Callers(List<Known> known) {
    this.known = known;
  }

  /**
   * Reads the configuration.
   *
   * @param configKey where it stands, for the messages of errors
   * @param entries {@code <service>:<key>} each; a service may stand there twice, with its old and
   *     its new key, and services that share a process may share a key
   * @throws IllegalArgumentException when an entry is not of that form; says which, without the key
   */
  public static Callers of(String configKey, List<String> entries) {
    List<Known> known = new ArrayList<>();
    for (String entry : entries) {
      known.add(parse(configKey, entry.strip(), known.size() + 1));
    }
    if (known.isEmpty()) {
      throw new IllegalArgumentException(configKey + " names no service, so nobody could call");
    }
    return new Callers(List.copyOf(known));
  }

  private static Known parse(String configKey, String entry, int position) {
    int colon = entry.indexOf(':');
    if (colon < 1 || entry.length() - colon - 1 < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "Entry %d of %s is not <service>:<key> with a key of %d characters or more"
              .formatted(position, configKey, SHORTEST_KEY));
    }
    return new Known(entry.substring(0, colon), digestOf(entry.substring(colon + 1)));
  }

  /**
   * Who has a key. Takes the same time whether and where it is found.
   *
   * @return empty for an unknown key
   */
  public Set<String> byKey(String key) {
    byte[] digest = digestOf(key);
    Set<String> found = new TreeSet<>();
    for (Known candidate : known) {
      if (MessageDigest.isEqual(candidate.digest(), digest)) {
        found.add(candidate.service());
      }
    }
    return found;
  }

  private static byte[] digestOf(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}
