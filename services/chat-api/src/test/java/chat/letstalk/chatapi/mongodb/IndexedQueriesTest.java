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

/** An index changes how fast our stand-in for MongoDB answers, and not what. */
class IndexedQueriesTest {

  /** Two that are one number as a double. */
  private static final long LARGE = 1L << 60;

  private static final List<Object> VALUES =
      List.of(
          1,
          2L,
          2.0,
          2.5,
          -7,
          0,
          -0.0,
          Double.POSITIVE_INFINITY,
          LARGE,
          LARGE + 1,
          "2",
          true,
          List.of(1, "one"),
          List.of());

  private static final List<Object> CONDITIONS =
      List.of(
          2,
          0,
          "2",
          true,
          LARGE,
          "one",
          range("$gt", 1),
          range("$gte", 2L).append("$lt", 2.5),
          range("$gt", LARGE),
          range("$lte", LARGE).append("$gt", 2),
          range("$lt", 0),
          range("$gt", 5).append("$lt", 3),
          range("$in", List.of(1, "2", LARGE + 1)),
          range("$in", List.of()),
          range("$ne", 2),
          range("$exists", false));

  private final TwinCollections twins = new TwinCollections();
  private final MongoCollection<Document> indexed = twins.indexed();
  private final MongoCollection<Document> plain = twins.plain();
  private final Random random = new Random(1);

  private static Document range(String operator, Object operand) {
    return new Document(operator, operand);
  }

  @AfterEach
  void close() {
    twins.close();
  }

  @Test
  void whatever_is_asked_and_whatever_has_changed() {
    indexed.createIndex(new Document("value", 1));
    indexed.createIndex(new Document("group", 1).append("n", 1), new IndexOptions().unique(true));
    IntStream.range(0, 100).forEach(this::insert);
    assertSameAnswers();
    IntStream.range(0, 60).forEach(n -> change());
    assertSameAnswers();
    IntStream.range(0, 30).forEach(n -> delete());
    assertSameAnswers();
  }

  @Test
  void an_index_takes_in_what_was_there_before_it() {
    IntStream.range(0, 100).forEach(this::insert);
    indexed.createIndex(new Document("value", 1));
    assertSameAnswers();
  }

  /** MongoDB walks along the index; without one, documents come in another order. */
  @Test
  void an_index_is_used() {
    indexed.createIndex(new Document("value", 1));
    for (int n = 1; n <= 9; n++) {
      indexed.insertOne(new Document("_id", n).append("value", 10 - n));
    }
    Document query = new Document("value", range("$gt", 3)).append("_id", range("$gt", 0));
    assertThat(indexed.find(new Document("value", range("$gt", 3))).map(this::value))
        .containsExactly(4, 5, 6, 7, 8, 9);
    assertThat(indexed.find(query).map(this::value)).containsExactlyInAnyOrder(4, 5, 6, 7, 8, 9);
  }

  private int value(Document document) {
    return document.getInteger("value");
  }

  private void insert(int n) {
    Document document = new Document("_id", n).append("group", "group " + n % 3).append("n", n);
    if (n % 11 != 0) {
      document.append("value", anyValue());
    }
    twins.both(collection -> collection.insertOne(document));
  }

  private void change() {
    Document one = new Document("_id", random.nextInt(100));
    Document change =
        random.nextInt(4) == 0
            ? new Document("$unset", new Document("value", ""))
            : new Document("$set", new Document("value", anyValue()));
    twins.both(collection -> collection.updateOne(one, change));
  }

  private void delete() {
    Document some = new Document("group", "group 1").append("_id", random.nextInt(100));
    twins.both(collection -> collection.deleteOne(some));
  }

  private Object anyValue() {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  private void assertSameAnswers() {
    for (Object condition : CONDITIONS) {
      assertSameAnswers(new Document("value", condition));
      assertSameAnswers(new Document("value", condition).append("group", "group 2"));
      assertSameAnswers(
          new Document("_id", range("$in", List.of(3, 5, 8, 13))).append("value", condition));
    }
  }

  private void assertSameAnswers(Document query) {
    List<Document> expected = plain.find(query).into(new ArrayList<>());
    assertThat(indexed.find(query))
        .as(query.toJson())
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(indexed.countDocuments(query)).as(query.toJson()).isEqualTo(expected.size());
  }
}
