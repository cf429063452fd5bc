package chat.letstalk.chatapi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StoreProducerTest {

  @Test
  void a_store_that_there_is_not_is_refused_by_naming_those_that_there_are() {
    assertThat(StoreProducer.unknown("mysq", new TreeSet<>(List.of("mysql", "mongodb"))))
        .isEqualTo(
            "letstalk.store is \"mysq\", which is no store: set it to one of mongodb, mysql");
  }
}
