package chat.letstalk.stack.documentdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Clients learn in MongoDB's codes what went wrong in the engine. */
class RefusalTest {

  private static final int DUPLICATE_KEY = 11000;
  private static final int PACKED_UNIQUE_VIOLATION = pack("23505");

  @Test
  void a_document_with_a_key_that_is_there_is_refused_as_mongodb_refuses_it() {
    BsonDocument answer =
        BsonDocument.parse(
            "{n: 1, ok: 1, writeErrors: [{index: 1, code: %d, errmsg: 'Duplicate key'}]}"
                .formatted(PACKED_UNIQUE_VIOLATION));
    assertThat(
            Refusal.translated(answer).getArray("writeErrors").get(0).asDocument().getInt32("code"))
        .extracting(code -> code.getValue())
        .isEqualTo(DUPLICATE_KEY);
  }

  @Test
  void a_packed_state_is_unpacked() {
    assertThat(Refusal.stateOf(pack("M000F"))).isEqualTo("M000F");
  }

  @Test
  void an_engine_that_is_away_or_ending_makes_a_driver_try_again() {
    assertThat(codeOf(new SQLTransientConnectionException("no connection"))).isEqualTo(91);
    assertThat(codeOf(new SQLException("terminating", "57P01"))).isEqualTo(91);
    assertThat(codeOf(new SQLException("broken", "08006"))).isEqualTo(91);
  }

  @Test
  void what_nobody_knows_is_an_internal_error() {
    assertThat(codeOf(new SQLException("?", "XX000"))).isEqualTo(1);
    assertThat(codeOf(new SQLException("?"))).isEqualTo(1);
  }

  private static int codeOf(SQLException error) {
    BsonDocument refusal = Refusal.of(error);
    assertThat(refusal.getDouble("ok").getValue()).isZero();
    return refusal.getInt32("code").getValue();
  }

  /** As PostgreSQL does (MAKE_SQLSTATE): six bits a letter, the first one lowest. */
  private static int pack(String state) {
    int packed = 0;
    for (int letter = 0; letter < state.length(); letter++) {
      packed |= (state.charAt(letter) - '0' & 0x3F) << 6 * letter;
    }
    return packed;
  }
}
