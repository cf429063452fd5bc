package chat.letstalk.notification.negotiate;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.notification.MovedClock;
import chat.letstalk.notification.identity.Identity;
import java.time.Duration;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What negotiate hands out opens one connection, soon, on whichever replica. */
class ConnectionTicketsTest {

  private static final Duration VALIDITY = Duration.ofSeconds(30);

  private final MovedClock clock = new MovedClock();
  private final ConnectionTickets tickets = replica();
  private final Identity bob = new Identity("bob", "token-1", clock.instant().plusSeconds(3600));

  private ConnectionTickets replica() {
    return new ConnectionTickets(new byte[32], VALIDITY, 2, clock);
  }

  @Test
  void another_replica_knows_who_negotiated() {
    Ticket ticket = replica().take(tickets.issue("id", bob));
    assertThat(ticket.connectionId()).isEqualTo("id");
    assertThat(ticket.identity()).isEqualTo(bob);
    assertThat(replica().take(tickets.issue("id", null)).identity()).isNull();
  }

  @Test
  void a_token_opens_one_connection_of_a_replica() {
    String token = tickets.issue("id", bob);
    assertThat(tickets.peek(token)).isNotNull();
    assertThat(tickets.take(token)).isNotNull();
    assertThat(tickets.peek(token)).isNull();
    assertThat(tickets.take(token)).isNull();
  }

  @Test
  void a_token_ends() {
    String token = tickets.issue("id", bob);
    clock.goesOn(VALIDITY);
    assertThat(tickets.peek(token)).isNull();
    assertThat(tickets.take(token)).isNull();
  }

  @Test
  void what_is_no_token_opens_nothing() {
    String token = tickets.issue("id", bob);
    String unsigned = token.substring(0, token.lastIndexOf('.') + 1);
    Stream.of("", ".", "x", "a.b.c", unsigned, unsigned + "AAAA", "x".repeat(100_000))
        .forEach(none -> assertThat(tickets.take(none)).as(none).isNull());
  }

  @Test
  void of_many_used_tokens_only_so_many_are_remembered() {
    for (int n = 0; n < 100; n++) {
      String token = tickets.issue("id" + n, bob);
      assertThat(tickets.take(token)).isNotNull();
      assertThat(tickets.take(token)).isNull();
    }
  }

  @Test
  void names_of_connections_are_unguessable() {
    var seen = new HashSet<String>();
    for (int n = 0; n < 1_000; n++) {
      assertThat(seen.add(tickets.newId())).isTrue();
    }
  }
}
