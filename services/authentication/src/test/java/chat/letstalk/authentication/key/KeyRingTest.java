package chat.letstalk.authentication.key;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.authentication.TestClock;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new key comes, an old one goes, and nobody is signed out. */
class KeyRingTest {

  private static final Duration TOKEN_LIFETIME = Duration.ofDays(30);

  @TempDir private Path temp;
  private final TestClock clock = new TestClock();
  private KeyFolder folder;
  private KeyRing ring;
  private SigningKey first;

  @BeforeEach
  void a_ring_with_its_first_key() {
    folder = new KeyFolder(temp);
    ring = new KeyRing(folder, TOKEN_LIFETIME, clock);
    first = ring.signing();
    clock.passes(Duration.ofDays(1));
  }

  private SigningKey rotate() {
    SigningKey added = folder.add(clock.instant());
    ring.refresh();
    return added;
  }

  private List<String> published() {
    try {
      return JWKSet.parse(ring.published()).getKeys().stream().map(JWK::getKeyID).toList();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_new_key_is_published_at_once_and_signs_a_minute_later() {
    SigningKey second = rotate();
    assertThat(published()).containsExactly(first.id(), second.id());
    clock.passes(KeyRing.NOTICE.minusMillis(1));
    assertThat(ring.signing()).isEqualTo(first);
    clock.passes(Duration.ofMillis(1));
    assertThat(ring.signing()).isEqualTo(second);
  }

  @Test
  void the_old_key_verifies_until_its_last_token_has_expired() {
    SigningKey second = rotate();
    clock.passes(KeyRing.NOTICE); // the last moment in which the old one may have signed
    clock.passes(TOKEN_LIFETIME);
    assertThat(ring.verifying(first.id())).isPresent();
    assertThat(published()).containsExactly(first.id(), second.id());
    clock.passes(KeyRing.NOTICE.plusMillis(1));
    assertThat(ring.verifying(first.id())).isEmpty();
    assertThat(ring.verifying(second.id())).isPresent();
    assertThat(published()).containsExactly(second.id());
  }

  @Test
  void several_rotations_in_a_row_sign_nobody_out() {
    SigningKey second = rotate();
    clock.passes(Duration.ofMinutes(5));
    SigningKey third = rotate();
    clock.passes(Duration.ofMinutes(5));
    assertThat(ring.signing()).isEqualTo(third);
    assertThat(published()).containsExactly(first.id(), second.id(), third.id());
  }

  @Test
  void replicas_sign_with_the_same_key() {
    KeyRing other = new KeyRing(new KeyFolder(temp), TOKEN_LIFETIME, clock);
    assertThat(other.signing()).isEqualTo(first);
    SigningKey second = rotate();
    clock.passes(KeyRing.NOTICE);
    assertThat(other.signing()).isEqualTo(first); // has not looked yet
    assertThat(ring.verifying(other.signing().id())).isPresent();
    other.refresh();
    assertThat(other.signing()).isEqualTo(second).isEqualTo(ring.signing());
  }

  @Test
  void a_restart_in_the_middle_of_a_rotation_changes_nothing() {
    SigningKey second = rotate();
    KeyRing restarted = new KeyRing(new KeyFolder(temp), TOKEN_LIFETIME, clock);
    assertThat(restarted.signing()).isEqualTo(first);
    clock.passes(KeyRing.NOTICE);
    assertThat(restarted.signing()).isEqualTo(second);
  }

  @Test
  void a_folder_that_is_suddenly_empty_signs_nobody_out() throws IOException {
    Files.delete(temp.resolve("first.json"));
    ring.refresh();
    assertThat(ring.signing()).isEqualTo(first);
    assertThat(ring.canSign()).isTrue();
    assertThat(ring.verifying(first.id())).isPresent();
  }

  @Test
  void a_foreign_kid_verifies_nothing() {
    assertThat(ring.verifying("foreign")).isEmpty();
    assertThat(ring.verifying("")).isEmpty();
  }

  @Test
  void only_public_parts_are_published() throws ParseException {
    assertThat(JWKSet.parse(ring.published()).getKeys())
        .allSatisfy(
            key -> {
              assertThat(key.isPrivate()).isFalse();
              assertThat(key.getKeyUse().identifier()).isEqualTo("sig");
              assertThat(key.getAlgorithm().getName()).isEqualTo("RS256");
            });
  }
}
