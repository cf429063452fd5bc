package chat.letstalk.awsmessaging;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * How to reach SNS and SQS, and how to use them: the keys {@code letstalk.aws.*}. Credentials are
 * not among them: the SDK finds them (environment, web identity, profile, container, instance).
 *
 * @param region as in AWS; where it is empty, the SDK's own chain decides
 * @param endpoint of another SNS and SQS than Amazon's
 * @param prefix before the names of all topics and queues
 * @param kmsKey encrypts topics and queues at rest; without it Amazon's key for SQS does
 * @param create whether what is missing is created; otherwise it is looked for at start
 * @param visibility how long an event that was handed out stays hidden from others; extended as
 *     long as it is worked on
 * @param poll how long SQS waits for an event to hand out; at most 20 seconds
 * @param inFlight the most events of a channel that are worked on by a replica at a time
 * @param receives after being handed out so often without end, SQS moves an event to the dead
 *     letters by itself
 * @param publishWithin how long a publication is repeated while SNS does not take it
 * @param seenEvery how often a replica shows that its queue is in use
 * @param goneAfter a replica's queue that has not been in use for so long is removed by others
 */
record AwsSettings(
    Optional<String> region,
    Optional<URI> endpoint,
    String prefix,
    Optional<String> kmsKey,
    boolean create,
    Duration visibility,
    Duration poll,
    int inFlight,
    int receives,
    Duration publishWithin,
    Duration seenEvery,
    Duration goneAfter) {

  static final String REGION = "letstalk.aws.region";
  static final String ENDPOINT = "letstalk.aws.endpoint";
  static final String CREATE = "letstalk.aws.create";
  private static final String PREFIX = "letstalk.aws.prefix";
  private static final String VISIBILITY = "letstalk.aws.visibility";
  private static final String POLL = "letstalk.aws.poll";
  private static final String IN_FLIGHT = "letstalk.aws.in-flight";
  private static final String RECEIVES = "letstalk.aws.receives";
  private static final String GONE_AFTER = "letstalk.aws.replicas.gone-after";
  private static final String SEEN_EVERY = "letstalk.aws.replicas.seen-every";

  /** What AWS allows in names; 80 characters are the most for a queue. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{0,20}");

  AwsSettings {
    require(NAME.matcher(prefix).matches(), PREFIX, prefix, "up to 20 of A-Z a-z 0-9 _ -");
    within(VISIBILITY, visibility, Duration.ofSeconds(1), Duration.ofHours(1));
    within(POLL, poll, Duration.ZERO, Duration.ofSeconds(20));
    require(inFlight >= 1, IN_FLIGHT, inFlight, "at least 1");
    require(receives >= 1 && receives <= 1000, RECEIVES, receives, "from 1 to 1000");
    require(
        goneAfter.compareTo(seenEvery.multipliedBy(3)) >= 0,
        GONE_AFTER,
        goneAfter,
        "at least three times " + SEEN_EVERY);
    endpoint.ifPresent(AwsSettings::check);
  }

  /**
   * Reads the configuration.
   *
   * @throws IllegalArgumentException for a value that cannot be; names the key and what can
   */
  static AwsSettings of(Config config) {
    return new AwsSettings(
        config.getOptionalValue(REGION, String.class),
        config.getOptionalValue(ENDPOINT, String.class).map(AwsSettings::uri),
        config.getOptionalValue(PREFIX, String.class).orElse(""),
        config.getOptionalValue("letstalk.aws.kms-key", String.class),
        config.getValue(CREATE, Boolean.class),
        config.getValue(VISIBILITY, Duration.class),
        config.getValue(POLL, Duration.class),
        config.getValue(IN_FLIGHT, Integer.class),
        config.getValue(RECEIVES, Integer.class),
        config.getValue("letstalk.aws.publish-within", Duration.class),
        config.getValue(SEEN_EVERY, Duration.class),
        config.getValue(GONE_AFTER, Duration.class));
  }

  /** Where SNS and SQS are looked for, in terms of the configuration. */
  String where() {
    return endpoint
        .map(uri -> ENDPOINT + "=" + uri)
        .orElse(REGION + "=" + region.orElse("(as the SDK finds it)"));
  }

  private static URI uri(String value) {
    try {
      return URI.create(value.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(ENDPOINT + " must be the URL of a server", e);
    }
  }

  /** Its value is not repeated: it may hold a password. */
  private static void check(URI endpoint) {
    boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
    if (!http || endpoint.getHost() == null || endpoint.getUserInfo() != null) {
      throw new IllegalArgumentException(
          ENDPOINT + " must be http://host:port or https://host:port, without a user");
    }
  }

  private static void within(String key, Duration value, Duration least, Duration most) {
    require(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        key,
        value,
        "from %s to %s".formatted(least, most));
  }

  private static void require(boolean fine, String key, Object value, String what) {
    if (!fine) {
      throw new IllegalArgumentException("%s=%s must be %s".formatted(key, value, what));
    }
  }
}
