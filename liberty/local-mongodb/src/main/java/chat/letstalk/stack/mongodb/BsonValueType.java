package chat.letstalk.stack.mongodb;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Values in the file as BSON: a byte that says which type, and the value. Left alone, the file has
 * them as serialized Java objects, and serializes both sides of each comparison.
 */
final class BsonValueType extends BasicDataType<Object> {

  /** Most values are as small as a key, and whole pages are written at a time. */
  private static final ThreadLocal<ByteBuf> ENCODED = ThreadLocal.withInitial(Unpooled::buffer);

  /** What an object, or an entry of a map, takes beside what is in it. */
  private static final int OBJECT_MEMORY = 48;

  /**
   * An order of our own, in which values are equal when they are the same value of the same type.
   * That of the queries takes some for equal that are not, as it compares lists by one element.
   */
  @Override
  public int compare(Object one, Object other) {
    int types = Byte.compare(typeOf(one), typeOf(other));
    if (types != 0) {
      return types;
    }
    return one instanceof Comparable<?> && other instanceof Comparable<?>
        ? compareNaturally(one, other)
        : Arrays.compare(bytesOf(one), bytesOf(other));
  }

  /** Java has more than one class for binary data. */
  @SuppressWarnings("unchecked")
  private static int compareNaturally(Object one, Object other) {
    return one.getClass() == other.getClass()
        ? ((Comparable<Object>) one).compareTo(other)
        : one.getClass().getName().compareTo(other.getClass().getName());
  }

  private static byte[] bytesOf(Object value) {
    ByteBuf encoded = encode(value);
    return Arrays.copyOf(encoded.array(), encoded.readableBytes());
  }

  /** A field that is not there is what BSON once called undefined; no client can send it. */
  private static byte typeOf(Object value) {
    return value instanceof Missing
        ? BsonConstants.TYPE_UNDEFINED
        : BsonEncoder.determineType(value);
  }

  /** Until the next value of the same thread. */
  private static ByteBuf encode(Object value) {
    ByteBuf encoded = ENCODED.get().clear();
    byte type = typeOf(value);
    encoded.writeByte(type);
    BsonEncoder.encodeValue(type, value, encoded);
    return encoded;
  }

  @Override
  public void write(WriteBuffer file, Object value) {
    ByteBuf encoded = encode(value);
    file.put(encoded.array(), 0, encoded.readableBytes());
  }

  @Override
  public Object read(ByteBuffer file) {
    ByteBuf encoded = Unpooled.wrappedBuffer(file);
    byte type = encoded.readByte();
    Object value =
        type == BsonConstants.TYPE_UNDEFINED
            ? Missing.getInstance()
            : BsonDecoder.decodeValue(type, encoded);
    file.position(file.position() + encoded.readerIndex());
    return value;
  }

  /** About: the file keeps as much in memory as its cache allows. */
  @Override
  public int getMemory(Object value) {
    if (value instanceof String text) {
      return OBJECT_MEMORY + text.length();
    }
    if (value instanceof Map<?, ?> fields) {
      return memoryOf(fields.keySet()) + memoryOf(fields.values());
    }
    return value instanceof Collection<?> values ? memoryOf(values) : OBJECT_MEMORY;
  }

  private int memoryOf(Collection<?> values) {
    int memory = OBJECT_MEMORY;
    for (Object value : values) {
      memory += getMemory(value);
    }
    return memory;
  }

  @Override
  public Object[] createStorage(int size) {
    return new Object[size];
  }
}
