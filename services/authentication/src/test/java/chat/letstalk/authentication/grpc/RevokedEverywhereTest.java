package chat.letstalk.authentication.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.letstalk.authentication.client.AuthenticationClient;
import chat.letstalk.authentication.client.RevokedTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revoked token stops working everywhere, whatever is restarted. */
class RevokedEverywhereTest {

  private static final Duration POLL = Duration.ofMillis(50);

  @TempDir private Path shared;
  private Replica replica;
  private AuthenticationClient chatApi;
  private RevokedTokens revoked;

  @BeforeEach
  void a_service_that_polls() {
    replica = Replica.sharing(shared);
    chatApi = replica.clientWith(Replica.CHAT_API_KEY);
    revoked = new RevokedTokens(chatApi, POLL);
  }

  @AfterEach
  void stop() {
    revoked.close();
    chatApi.close();
    replica.close();
  }

  private record Issued(String token, String tokenId) {}

  private Issued issued() {
    String token =
        chatApi.issue(UUID.randomUUID().toString(), "alice@example.com", List.of("user")).token();
    return new Issued(token, chatApi.validate(token).orElseThrow().tokenId());
  }

  @Test
  void before_the_first_list_every_token_counts_as_revoked() {
    Issued token = issued();
    assertThat(revoked.isReady()).isFalse();
    assertThat(revoked.isRevoked(token.tokenId())).isTrue();
    revoked.start();
    await().until(revoked::isReady);
    assertThat(revoked.isRevoked(token.tokenId())).isFalse();
  }

  @Test
  void a_service_that_polls_learns_what_is_revoked() {
    revoked.start();
    Issued lost = issued();
    Issued kept = issued();
    await().until(revoked::isReady);
    chatApi.revoke(lost.token());
    await().until(() -> revoked.isRevoked(lost.tokenId()));
    assertThat(revoked.isRevoked(kept.tokenId())).isFalse();
    assertThat(revoked.current()).containsExactly(lost.tokenId());
  }

  @Test
  void while_authentication_is_away_the_last_list_holds_and_a_restart_keeps_it() {
    revoked.start();
    Issued lost = issued();
    Issued kept = issued();
    chatApi.revoke(lost.token());
    await().until(() -> revoked.isReady() && revoked.isRevoked(lost.tokenId()));
    int port = replica.port();
    replica.close();
    assertThat(revoked.isRevoked(lost.tokenId())).isTrue();
    assertThat(revoked.isRevoked(kept.tokenId())).isFalse();

    replica = Replica.sharing(shared, port);
    var back = Instant.now();
    await().until(() -> revoked.lastRefreshed().isAfter(back));
    assertThat(revoked.current()).containsExactly(lost.tokenId());
    assertThat(chatApi.validate(lost.token())).isEmpty();
    assertThat(chatApi.validate(kept.token())).isPresent();
  }

  @Test
  void a_service_that_starts_before_authentication_becomes_ready_with_it() {
    int port = replica.port();
    replica.close();
    revoked.start();
    assertThat(revoked.isReady()).isFalse();
    replica = Replica.sharing(shared, port);
    await().until(revoked::isReady);
  }

  @Test
  void replicas_that_share_their_folders_are_one() {
    try (Replica other = Replica.sharing(shared);
        AuthenticationClient there = other.clientWith(Replica.CHAT_API_KEY)) {
      assertThat(other.keys.published()).isEqualTo(replica.keys.published());
      Issued lost = issued();
      Issued kept = issued();
      assertThat(there.validate(lost.token())).isPresent();
      there.revoke(lost.token());
      await().until(() -> chatApi.validate(lost.token()).isEmpty());
      assertThat(chatApi.validate(kept.token())).isPresent();
      assertThat(there.validate(kept.token())).isPresent();
      revoked.start();
      await().until(() -> revoked.isReady() && revoked.isRevoked(lost.tokenId()));
    }
  }
}
