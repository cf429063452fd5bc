package chat.letstalk.chatapi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

  private static final Set<String> PROXIES = Set.of("10.0.0.1", "10.0.0.2");

  @Test
  void without_a_proxy_it_is_the_peer() {
    assertThat(ClientAddress.origin("192.0.2.7", List.of(), PROXIES)).isEqualTo("192.0.2.7");
  }

  @Test
  void what_a_stranger_forwards_is_not_believed() {
    assertThat(ClientAddress.origin("192.0.2.7", List.of("127.0.0.1"), PROXIES))
        .isEqualTo("192.0.2.7");
  }

  @Test
  void a_trusted_proxy_says_whom_it_had_it_from() {
    assertThat(ClientAddress.origin("10.0.0.1", List.of("192.0.2.7"), PROXIES))
        .isEqualTo("192.0.2.7");
  }

  @Test
  void what_a_client_writes_before_the_proxies_is_not_believed() {
    assertThat(
            ClientAddress.origin(
                "10.0.0.1", List.of("203.0.113.1", "192.0.2.7", "10.0.0.2"), PROXIES))
        .isEqualTo("192.0.2.7");
  }

  @Test
  void a_proxy_that_forwards_nothing_is_the_source_itself() {
    assertThat(ClientAddress.origin("10.0.0.1", List.of(), PROXIES)).isEqualTo("10.0.0.1");
  }
}
