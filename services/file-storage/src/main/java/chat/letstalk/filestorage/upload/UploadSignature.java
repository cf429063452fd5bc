package chat.letstalk.filestorage.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.filestorage.problem.InvalidInput;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that an account uploaded a picture a short while ago: {@code <expiry>.<HMAC-SHA256>} over
 * what the client was told, the account and the expiry (unix seconds). Thread-safe.
 */
public final class UploadSignature {

  private static final int SHORTEST_KEY = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern FORM = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

  private final List<SecretKeySpec> keys;
  private final Duration lifetime;
  private final Clock clock;

  /**
   * @param keys the first signs, all of them verify, so that keys can be changed
   * @param lifetime how long after the upload the picture can be sent
   */
  public UploadSignature(List<String> keys, Duration lifetime, Clock clock) {
    if (keys.isEmpty() || keys.stream().anyMatch(key -> key.strip().length() < SHORTEST_KEY)) {
      throw new IllegalArgumentException(
          "letstalk.file-storage.signature-key needs %d characters or more, several keys with commas"
              .formatted(SHORTEST_KEY));
    }
    this.keys =
        keys.stream()
            .map(key -> new SecretKeySpec(key.strip().getBytes(UTF_8), ALGORITHM))
            .toList();
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** Signs an upload. */
  public String sign(UploadedImage image, UUID account) {
    long expiry = clock.instant().plus(lifetime).getEpochSecond();
    byte[] code = code(keys.get(0), image, account, expiry);
    return expiry + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
  }

  /**
   * Checks a signature, in the same time wherever it is wrong.
   *
   * @param signature as it came back
   * @param account who must have uploaded the picture
   * @throws InvalidInput when it is missing, wrong, somebody else's, or expired
   */
  public void check(UploadedImage image, String signature, UUID account) {
    if (signature.isEmpty()) {
      throw new InvalidInput("The picture's signature is missing.");
    }
    Matcher parts = FORM.matcher(signature);
    if (!parts.matches()) {
      throw wrong();
    }
    long expiry = Long.parseLong(parts.group(1));
    byte[] presented = Base64.getUrlDecoder().decode(parts.group(2));
    boolean genuine = false;
    for (SecretKeySpec key : keys) {
      genuine |= MessageDigest.isEqual(code(key, image, account, expiry), presented);
    }
    if (!genuine) {
      throw wrong();
    }
    if (!clock.instant().isBefore(Instant.ofEpochSecond(expiry))) {
      throw new InvalidInput("The picture was uploaded too long ago: upload it again.");
    }
  }

  private static InvalidInput wrong() {
    return new InvalidInput("The picture's signature is wrong.");
  }

  private static byte[] code(SecretKeySpec key, UploadedImage image, UUID account, long expiry) {
    String signed =
        "letstalk-upload\n%s\n%d\n%d\n%d\n%d\n%s\n%d"
            .formatted(
                image.id(),
                image.width(),
                image.height(),
                image.imageFormat(),
                image.fileStorageTypeId(),
                account,
                expiry);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(signed.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JVM has " + ALGORITHM, e);
    }
  }
}
