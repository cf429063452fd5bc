package chat.letstalk.stack.documentdb;

import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** Documents and the bytes that they are outside. */
final class Documents {

  private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

  private Documents() {}

  /** The beginning of an answer that says yes. */
  static BsonDocument ok() {
    return new BsonDocument("ok", new BsonDouble(1));
  }

  static byte[] bytes(RawBsonDocument document) {
    ByteBuf content = document.getByteBuffer();
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }

  static byte[] bytes(BsonDocument document) {
    return bytes(new RawBsonDocument(document, CODEC));
  }

  static BsonDocument read(byte[] bytes) {
    return new RawBsonDocument(bytes).decode(CODEC);
  }
}
