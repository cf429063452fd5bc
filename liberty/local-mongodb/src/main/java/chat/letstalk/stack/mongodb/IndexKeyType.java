package chat.letstalk.stack.mongodb;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Keys of unique indexes in the file: how many values, and each of them in turn. */
final class IndexKeyType extends BasicDataType<KeyValue> {

  private final BsonValueType values = new BsonValueType();

  @Override
  public int compare(KeyValue one, KeyValue other) {
    int both = Math.min(one.size(), other.size());
    for (int i = 0; i < both; i++) {
      int order = values.compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  @Override
  public void write(WriteBuffer file, KeyValue key) {
    file.putVarInt(key.size());
    key.forEach(value -> values.write(file, value));
  }

  @Override
  public KeyValue read(ByteBuffer file) {
    int size = DataUtils.readVarInt(file);
    List<Object> read = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      read.add(values.read(file));
    }
    return new KeyValue(read);
  }

  @Override
  public int getMemory(KeyValue key) {
    return key.stream().mapToInt(values::getMemory).sum();
  }

  @Override
  public KeyValue[] createStorage(int size) {
    return new KeyValue[size];
  }
}
