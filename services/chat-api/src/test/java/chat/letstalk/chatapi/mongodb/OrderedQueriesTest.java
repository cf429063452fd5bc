package chat.letstalk.chatapi.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An index on two fields changes how many documents our stand-in for MongoDB reads, and no answer.
 */
class OrderedQueriesTest {

  private static final Document KEYS = new Document("chat", 1).append("seq", 1);

  private static final List<Document> ORDERS =
      List.of(
          new Document("seq", 1),
          new Document("seq", -1),
          KEYS,
          new Document("chat", -1).append("seq", -1),
          new Document("chat", 1).append("seq", -1),
          new Document("seq", -1).append("_id", 1),
          new Document("size", -1).append("seq", 1));

  private static final List<Object> CONDITIONS =
      List.of(
          30,
          30L,
          "30 in words",
          range("$gt", 20),
          range("$gte", 20L).append("$lt", 60),
          range("$gt", 20.5).append("$lte", 60L),
          range("$gt", 30).append("$ne", 34).append("$exists", true),
          range("$gt", 60).append("$lt", 20),
          range("$in", List.of(10, 11L, 12)),
          range("$exists", false));

  private final TwinCollections twins = new TwinCollections();
  private final MongoCollection<Document> indexed = twins.indexed();
  private final MongoCollection<Document> plain = twins.plain();
  private final Random random = new Random(1);
  private int last;

  private static Document range(String operator, Object operand) {
    return new Document(operator, operand);
  }

  @AfterEach
  void close() {
    twins.close();
  }

  @Test
  void whatever_is_asked_and_whatever_has_changed() {
    indexed.createIndex(KEYS, new IndexOptions().unique(true));
    IntStream.range(0, 100).forEach(n -> insert());
    assertSameAnswers();
    IntStream.range(0, 60).forEach(n -> set("seq", random.nextBoolean() ? ++last : (long) ++last));
    IntStream.range(0, 30).forEach(n -> set("chat", anyChat()));
    IntStream.range(0, 30).forEach(n -> delete());
    assertSameAnswers();
  }

  @Test
  void an_index_takes_in_what_was_there_before_it() {
    IntStream.range(0, 100).forEach(n -> insert());
    indexed.createIndex(KEYS);
    assertSameAnswers();
  }

  /** Then they have no simple order, and later they have one again. */
  @Test
  void some_documents_have_something_else_than_a_whole_number() {
    indexed.createIndex(KEYS, new IndexOptions().unique(true));
    IntStream.range(0, 100).forEach(n -> insert());
    for (Object odd : List.of(30.5, "30 in words", List.of(7_000, 29_000), 1L << 60, true)) {
      set("seq", odd);
      assertSameAnswers();
    }
    set("chat", List.of("chat 0", "chat 1"));
    assertSameAnswers();
    twins.both(
        collection ->
            collection.updateOne(
                new Document("_id", 50), new Document("$unset", new Document("seq", ""))));
    assertSameAnswers();
    twins.both(collection -> collection.deleteMany(new Document("_id", range("$gt", 20))));
    assertSameAnswers();
  }

  /** Looking at what lies beyond would fail. */
  @Test
  void only_what_is_asked_for_is_read() {
    indexed.createIndex(KEYS, new IndexOptions().unique(true));
    indexed.createIndex(new Document("chat", 1).append("size", 1));
    for (int n = 1; n <= 100; n++) {
      Document document = new Document("_id", n * 37 % 101).append("chat", "long").append("seq", n);
      indexed.insertOne(document.append("size", 100L - n).append("parts", n < 50 ? 0 : 1));
    }
    Document quotient = new Document("$divide", List.of(1, "$parts"));
    Document wanted =
        new Document("chat", "long").append("$expr", new Document("$gt", List.of(quotient, 0)));
    Document from = new Document(wanted).append("seq", range("$gt", 50));

    assertThat(indexed.find(wanted).sort(new Document("seq", -1)).skip(1).limit(2).map(this::seq))
        .containsExactly(99, 98);
    assertThat(indexed.find(wanted).sort(new Document("size", 1)).limit(2).map(this::seq))
        .containsExactly(100, 99);
    assertThat(indexed.find(from).sort(KEYS).limit(2).map(this::seq)).containsExactly(51, 52);
    assertThat(indexed.find(from).limit(2).map(this::seq)).containsExactly(51, 52);
    assertThat(indexed.countDocuments(from)).isEqualTo(50);
    assertThat(indexed.find(new Document(wanted).append("_id", 37 * 60 % 101)).map(this::seq))
        .containsExactly(60);
  }

  private int seq(Document document) {
    return document.getInteger("seq");
  }

  private void insert() {
    int n = ++last;
    Document document = new Document("_id", n * 37 % 101).append("chat", anyChat());
    document.append("seq", n % 2 == 0 ? n : (Object) (long) n).append("size", n % 4);
    twins.both(collection -> collection.insertOne(document));
  }

  private void set(String field, Object value) {
    Document one = new Document("_id", random.nextInt(100));
    twins.both(
        collection -> collection.updateOne(one, new Document("$set", new Document(field, value))));
  }

  private void delete() {
    Document one = new Document("_id", random.nextInt(100)).append("chat", anyChat());
    twins.both(collection -> collection.deleteOne(one));
  }

  private String anyChat() {
    return "chat " + random.nextInt(2);
  }

  private void assertSameAnswers() {
    Document chat = new Document("chat", "chat 0");
    assertSameAnswers(chat);
    assertSameAnswers(new Document(chat).append("size", 2));
    for (Object condition : CONDITIONS) {
      assertSameAnswers(new Document(chat).append("seq", condition));
      assertSameAnswers(new Document("size", range("$gt", 1)).append("seq", condition));
    }
  }

  private void assertSameAnswers(Document query) {
    for (Document order : ORDERS) {
      for (int limit : List.of(0, 5)) {
        assertThat(indexed.find(query).sort(order).skip(limit).limit(limit))
            .as("%s by %s", query.toJson(), order.toJson())
            .containsExactlyElementsOf(
                plain.find(query).sort(order).skip(limit).limit(limit).into(new ArrayList<>()));
      }
    }
    assertThat(indexed.countDocuments(query)).isEqualTo(plain.countDocuments(query));
  }
}
