package chat.letstalk.stack.documentdb;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.bson.RawBsonDocument;

/**
 * A command as a driver sends it: OP_MSG, or OP_QUERY for the first one of a connection (MongoDB
 * Wire Protocol). What it carries goes on unread.
 *
 * @param id by which the answer is told apart
 * @param opCode which of the two it is
 * @param command its first field is its name
 * @param documents what is to be inserted, updated or deleted, when that stands outside of the
 *     command: one BSON document after the other
 */
record Message(int id, int opCode, RawBsonDocument command, Optional<byte[]> documents) {

  private static final int OP_REPLY = 1;
  private static final int OP_QUERY = 2004;
  private static final int OP_MSG = 2013;

  private static final int HEADER_BYTES = 16;
  static final int MOST_BYTES = 48_000_000;
  private static final int CHECKSUM_PRESENT = 1;
  private static final int DOCUMENT_SEQUENCE = 1;
  private static final int AWAIT_CAPABLE = 8;

  /** The next one. */
  static Message read(DataInputStream in) throws IOException {
    ByteBuffer header = read(in, HEADER_BYTES);
    int length = header.getInt();
    int id = header.getInt();
    header.getInt(); // what it answers: nothing
    int opCode = header.getInt();
    if (length < HEADER_BYTES || length > MOST_BYTES) {
      throw new IOException("A message of " + length + " bytes");
    }
    ByteBuffer body = read(in, length - HEADER_BYTES);
    return switch (opCode) {
      case OP_MSG -> ofSections(id, body);
      case OP_QUERY -> ofQuery(id, body);
      default -> throw new IOException("Operation " + opCode + ": only OP_MSG and OP_QUERY");
    };
  }

  private static ByteBuffer read(DataInputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Message ofSections(int id, ByteBuffer body) throws IOException {
    int end = (body.getInt() & CHECKSUM_PRESENT) == 0 ? body.limit() : body.limit() - Integer.BYTES;
    RawBsonDocument command = null;
    byte[] documents = null;
    while (body.position() < end) {
      if (body.get() == DOCUMENT_SEQUENCE) {
        int sequenceEnd = body.position() + body.getInt();
        skipName(body);
        documents = new byte[sequenceEnd - body.position()];
        body.get(documents);
      } else {
        command = document(body);
      }
    }
    if (command == null) {
      throw new EOFException("A message without a command");
    }
    return new Message(id, OP_MSG, command, Optional.ofNullable(documents));
  }

  private static Message ofQuery(int id, ByteBuffer body) {
    body.getInt(); // flags
    skipName(body);
    body.getLong(); // how many to skip and to return
    return new Message(id, OP_QUERY, document(body), Optional.empty());
  }

  private static void skipName(ByteBuffer body) {
    while (body.get() != 0) {
      // up to its end
    }
  }

  private static RawBsonDocument document(ByteBuffer body) {
    int length = body.getInt(body.position());
    RawBsonDocument document = new RawBsonDocument(body.array(), body.position(), length);
    body.position(body.position() + length);
    return document;
  }

  String name() {
    return command.getFirstKey();
  }

  byte[] commandBytes() {
    return Documents.bytes(command);
  }

  String database() {
    return command.getString("$db").getValue();
  }

  /** The collection that a command names beside its own name. */
  String collection() {
    return command.getString(name()).getValue();
  }

  /** Answers it. */
  void answer(byte[] document, OutputStream out) throws IOException {
    int prefix = opCode == OP_MSG ? 5 : 20;
    int length = HEADER_BYTES + prefix + document.length;
    ByteBuffer answer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    answer.putInt(length).putInt(0).putInt(id);
    if (opCode == OP_MSG) {
      answer.putInt(OP_MSG).putInt(0).put((byte) 0);
    } else {
      answer.putInt(OP_REPLY).putInt(AWAIT_CAPABLE).putLong(0).putInt(0).putInt(1);
    }
    out.write(answer.put(document).array());
    out.flush();
  }
}
