package chat.letstalk.stack.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.DataType;
import org.junit.jupiter.api.Test;

class BsonValueTypeTest {

  private static final UUID ID = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);

  /** All of them differ, though a query takes some for equal. */
  private static final List<Object> VALUES =
      Arrays.asList(
          null,
          Missing.getInstance(),
          MinKey.getInstance(),
          MaxKey.getInstance(),
          true,
          1,
          1L,
          1.0,
          2.0,
          Decimal128.ONE,
          "",
          "a",
          "é",
          ID,
          new LegacyUUID(ID),
          new BinData(new byte[16]),
          new BinData(new byte[257]),
          new ObjectId("0123456789abcdef01234567"),
          Instant.ofEpochMilli(1),
          new BsonTimestamp(1),
          new BsonRegularExpression("a", "i"),
          List.of(),
          List.of(1),
          List.of(1, 2),
          new Document(),
          new Document("of", List.of(1)),
          new Document("of", List.of(1, 2)).append("by", null));

  private final BsonValueType type = new BsonValueType();

  @Test
  void every_value_is_read_as_it_was_written() {
    for (Object value : VALUES) {
      assertThat(type.compare(value, reread(type, value))).as("%s", value).isZero();
    }
  }

  /** Else a map would not find its keys again. */
  @Test
  void values_have_one_order() {
    List<Object> sorted = VALUES.stream().sorted(type).toList();
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = 0; j < sorted.size(); j++) {
        assertThat(Integer.signum(type.compare(sorted.get(i), sorted.get(j))))
            .as("%s and %s", sorted.get(i), sorted.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void a_key_keeps_its_values_even_those_that_are_not_there() {
    KeyValue key = new KeyValue(ID, null, Missing.getInstance(), 7.0);

    assertThat(reread(new IndexKeyType(), key)).isEqualTo(key);
  }

  private static <T> T reread(DataType<T> type, T value) {
    WriteBuffer written = new WriteBuffer();
    type.write(written, value);
    ByteBuffer file = written.put((byte) 1).getBuffer().flip();
    T read = type.read(file);
    assertThat(file.remaining()).isOne();
    return read;
  }
}
