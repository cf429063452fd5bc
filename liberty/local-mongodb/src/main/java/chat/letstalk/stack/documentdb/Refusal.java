package chat.letstalk.stack.documentdb;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Says in MongoDB's error codes what the engine says in states of SQL. */
final class Refusal {

  static final int COMMAND_NOT_FOUND = 59;
  static final int CURSOR_NOT_FOUND = 43;

  static final String WRITE_ERRORS = "writeErrors";

  private static final int INTERNAL_ERROR = 1;
  private static final int DUPLICATE_KEY = 11000;

  /** A driver looks for another server then, and tries again. */
  private static final int SHUTDOWN_IN_PROGRESS = 91;

  /** States of SQL that say that the engine cannot be reached, or is ending. */
  private static final String CONNECTION_EXCEPTION = "08";

  /**
   * Those that the commands which chat-api sends can meet; the engine numbers its states itself.
   */
  private static final Map<String, Integer> CODES =
      Map.ofEntries(
          Map.entry("23505", DUPLICATE_KEY), // unique_violation
          Map.entry("23P01", DUPLICATE_KEY), // exclusion_violation
          Map.entry("M001C", DUPLICATE_KEY),
          Map.entry("M0001", 2), // BadValue
          Map.entry("M0003", 9), // FailedToParse
          Map.entry("M00ER", 13), // Unauthorized
          Map.entry("42501", 13), // insufficient_privilege
          Map.entry("M0004", 14), // TypeMismatch
          Map.entry("M0008", 26), // NamespaceNotFound
          Map.entry("M0009", 27), // IndexNotFound
          Map.entry("M000F", 48), // NamespaceExists
          Map.entry("57014", 50), // query_canceled: ExceededTimeLimit
          Map.entry("M000N", 67), // CannotCreateIndex
          Map.entry("M000R", 85), // IndexOptionsConflict
          Map.entry("M000S", 86), // IndexKeySpecsConflict
          Map.entry("57P01", SHUTDOWN_IN_PROGRESS), // admin_shutdown
          Map.entry("57P02", SHUTDOWN_IN_PROGRESS), // crash_shutdown
          Map.entry("57P03", SHUTDOWN_IN_PROGRESS), // cannot_connect_now
          Map.entry("40001", 112), // serialization_failure: WriteConflict
          Map.entry("40P01", 112)); // deadlock_detected: WriteConflict

  private static final int STATE_LENGTH = 5;
  private static final int BITS_OF_A_LETTER = 6;
  private static final int FIRST_LETTER = '0';

  private Refusal() {}

  static BsonDocument of(SQLException error) {
    return error instanceof SQLTransientConnectionException
        ? of(SHUTDOWN_IN_PROGRESS, error.getMessage())
        : of(codeOf(String.valueOf(error.getSQLState())), error.getMessage());
  }

  static BsonDocument of(int code, String reason) {
    return new BsonDocument("ok", new BsonDouble(0))
        .append("code", new BsonInt32(code))
        .append("errmsg", new BsonString(reason));
  }

  private static int codeOf(String state) {
    return state.startsWith(CONNECTION_EXCEPTION)
        ? SHUTDOWN_IN_PROGRESS
        : CODES.getOrDefault(state, INTERNAL_ERROR);
  }

  /** Translates the codes of those documents that were not written. */
  static BsonDocument translated(BsonDocument answer) {
    BsonArray errors = answer.getArray(WRITE_ERRORS, new BsonArray());
    for (BsonValue error : errors) {
      BsonDocument refused = error.asDocument();
      refused.put("code", new BsonInt32(codeOf(stateOf(refused.getInt32("code").getValue()))));
    }
    return answer;
  }

  /** PostgreSQL packs the five letters of a state into a number (MAKE_SQLSTATE). */
  static String stateOf(int packed) {
    StringBuilder state = new StringBuilder(STATE_LENGTH);
    for (int letter = 0; letter < STATE_LENGTH; letter++) {
      int shifted = packed >> letter * BITS_OF_A_LETTER;
      state.append((char) (FIRST_LETTER + (shifted & (1 << BITS_OF_A_LETTER) - 1)));
    }
    return state.toString();
  }
}
