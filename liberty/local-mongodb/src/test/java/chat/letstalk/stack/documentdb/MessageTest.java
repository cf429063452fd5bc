package chat.letstalk.stack.documentdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** What drivers send is read, and what they are answered they can read (MongoDB Wire Protocol). */
class MessageTest {

  private static final int HEADER_BYTES = 16;

  private static final byte[] INSERT = document("{insert: 'message', $db: 'letstalk'}");
  private static final byte[] FIRST = document("{_id: 1}");
  private static final byte[] SECOND = document("{_id: 2, text: 'hi'}");

  @Test
  void a_command_is_read_with_the_documents_that_stand_beside_it() throws IOException {
    byte[] name = "documents\0".getBytes(StandardCharsets.US_ASCII);
    int sequence = Integer.BYTES + name.length + FIRST.length + SECOND.length;
    ByteBuffer body = body(Integer.BYTES + 1 + INSERT.length + 1 + sequence);
    body.putInt(0).put((byte) 0).put(INSERT);
    body.put((byte) 1).putInt(sequence).put(name).put(FIRST).put(SECOND);
    Message message = read(2013, body);
    assertThat(message.name()).isEqualTo("insert");
    assertThat(message.database()).isEqualTo("letstalk");
    assertThat(message.commandBytes()).isEqualTo(INSERT);
    assertThat(message.documents()).hasValue(joined(FIRST, SECOND));
  }

  @Test
  void a_checksum_is_not_taken_for_a_document() throws IOException {
    ByteBuffer body = body(Integer.BYTES + 1 + INSERT.length + Integer.BYTES);
    body.putInt(1).put((byte) 0).put(INSERT).putInt(0x12345678);
    assertThat(read(2013, body).documents()).isEmpty();
  }

  @Test
  void the_first_message_of_a_connection_is_an_older_one_and_is_answered_as_such()
      throws IOException {
    byte[] hello = document("{isMaster: 1}");
    byte[] name = "admin.$cmd\0".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer body = body(Integer.BYTES + name.length + Long.BYTES + hello.length);
    body.putInt(0).put(name).putLong(0).put(hello);
    Message message = read(2004, body);
    assertThat(message.name()).isEqualTo("isMaster");
    ByteBuffer answer = answered(message, FIRST);
    assertThat(answer.getInt(0)).isEqualTo(answer.capacity());
    assertThat(answer.getInt(8)).isEqualTo(message.id());
    assertThat(answer.getInt(12)).isEqualTo(1);
    assertThat(Arrays.copyOfRange(answer.array(), HEADER_BYTES + 20, answer.capacity()))
        .isEqualTo(FIRST);
  }

  @Test
  void an_answer_carries_its_document() throws IOException {
    ByteBuffer body = body(Integer.BYTES + 1 + INSERT.length);
    Message message = read(2013, body.putInt(0).put((byte) 0).put(INSERT));
    ByteBuffer answer = answered(message, SECOND);
    assertThat(answer.getInt(0)).isEqualTo(answer.capacity());
    assertThat(answer.getInt(12)).isEqualTo(2013);
    assertThat(Arrays.copyOfRange(answer.array(), HEADER_BYTES + 5, answer.capacity()))
        .isEqualTo(SECOND);
  }

  @Test
  void what_is_too_long_or_of_another_kind_is_refused() {
    assertThatThrownBy(() -> read(2012, body(0))).hasMessageContaining("2012");
    byte[] header = header(2013, Integer.MAX_VALUE);
    assertThatThrownBy(() -> Message.read(new DataInputStream(new ByteArrayInputStream(header))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(Integer.toString(Integer.MAX_VALUE));
  }

  private static Message read(int operation, ByteBuffer body) throws IOException {
    byte[] message = joined(header(operation, HEADER_BYTES + body.capacity()), body.array());
    return Message.read(new DataInputStream(new ByteArrayInputStream(message)));
  }

  private static ByteBuffer answered(Message message, byte[] document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    message.answer(document, out);
    return ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] header(int operation, int length) {
    return body(HEADER_BYTES).putInt(length).putInt(7).putInt(0).putInt(operation).array();
  }

  private static ByteBuffer body(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] document(String json) {
    return Documents.bytes(BsonDocument.parse(json));
  }

  private static byte[] joined(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }
}
