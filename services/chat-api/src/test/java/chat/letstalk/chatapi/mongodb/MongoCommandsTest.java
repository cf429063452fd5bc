package chat.letstalk.chatapi.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.message.ImagePreview;
import chat.letstalk.chatapi.message.LinkPreview;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.store.EveryMethodSuite;
import chat.letstalk.chatapi.store.StoreEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * What is sent is in the book, src-docs/operator/mongodb.md: the stand-in that the tests run on
 * takes much that CosmosDB or DocumentDB would refuse.
 */
class MongoCommandsTest extends EveryMethodSuite {

  private static final Path BOOK = Path.of("../../src-docs/operator/mongodb.md");
  private static final Pattern NAME = Pattern.compile("`([$\\w]+)`");

  private final SentCommands sent = new SentCommands();
  private final MongoEngine engine =
      TestMongo.engine(TestMongo.settings(TestMongo.newDatabase()), List.of(sent));

  @Override
  protected StoreEngine engine() {
    return engine;
  }

  @Test
  void every_command_option_and_operator_is_in_the_book() throws IOException {
    engine.migrate();
    engine.ping();
    callEverything();
    assertThat(booked("Commands")).containsAll(sent.commands).containsAll(sent.options);
    assertThat(sent.operators).isEqualTo(booked("Operators"));
    assertThat(sent.commands).contains("find", "insert", "update", "findAndModify", "aggregate");
  }

  @Test
  void what_is_not_in_the_book_would_be_noticed() throws IOException {
    engine
        .collections()
        .account()
        .aggregate(List.of(new Document("$facet", new Document("all", List.of()))))
        .first();
    assertThat(booked("Operators")).doesNotContainAnyElementsOf(Set.of("$facet"));
    assertThat(sent.operators).contains("$facet");
  }

  private void callEverything() {
    AccountId alice = somebody();
    ChatId chat = chatOf(alice, somebody());
    List<Message> messages =
        IntStream.range(0, 60).mapToObj(n -> stored(chat, alice, "message " + n)).toList();
    assertThat(callEveryMethod(engine, alice, chat, messages)).isEqualTo(everyMethod());
    Message waiting = stored(chat, alice, "hi");
    ImagePreview preview = new ImagePreview(new Image("smaller", 1), 2, 3);
    engine.messages().attach(waiting, preview, eventsOf(waiting));
    engine.messages().attach(waiting, preview, eventsOf(waiting));
    engine.leases().acquire("plan", "one", Duration.ZERO);
    engine.leases().acquire("plan", "other", Duration.ofSeconds(5));
    List<Outbox.Entry> read = engine.outbox().oldest(500);
    LinkPreview meanwhile = new LinkPreview("https://example.com/", "Title", null);
    engine.messages().attach(waiting, meanwhile, eventsOf(messages.get(0)));
    engine.outbox().remove(read.stream().map(Outbox.Entry::position).toList());
  }

  /** The names in the first column of the tables of a chapter, and in the rest of their rows. */
  private static Set<String> booked(String chapter) throws IOException {
    String text = Files.readString(BOOK);
    int start = text.indexOf("## " + chapter);
    String rows =
        text.substring(start, text.indexOf("\n## ", start))
            .lines()
            .filter(line -> line.startsWith("|"))
            .collect(Collectors.joining("\n"));
    return NAME.matcher(rows)
        .results()
        .map((MatchResult name) -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
