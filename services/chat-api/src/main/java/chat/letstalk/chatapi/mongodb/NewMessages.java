package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.chatapi.problem.StoreUnavailable;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * Stores new messages with their events, each in one document, at the next place of its chat. No
 * lock and no counter gives that place: a unique index refuses the second of two that take it at
 * the same moment, and that one goes on to the next. So there are no holes, whatever is killed
 * when, and a message is there only when all before it are.
 */
final class NewMessages {

  private static final Logger LOG = Logger.getLogger(NewMessages.class.getName());

  /** Times that nothing could be written in a row: other replicas were quicker, or throttled us. */
  private static final int MOST_IN_VAIN = 30;

  /** A message and what follows from it. */
  record Entry(Message message, List<PendingEvent> events) {

    UUID chat() {
      return message.chatId().value();
    }
  }

  private final Collections collections;
  private final ClientIds clientIds;
  private final Newest newest;
  private final ToldChats toldChats;
  private final Clock clock;

  NewMessages(Collections collections, ToldChats toldChats, Clock clock) {
    this.collections = collections;
    this.clientIds = new ClientIds(collections);
    this.newest = new Newest(collections);
    this.toldChats = toldChats;
    this.clock = clock;
  }

  /**
   * Stores messages, in their order.
   *
   * @return for each the message itself, or the earlier one with its client id
   * @throws IllegalArgumentException when a chat does not exist; then nothing is stored
   * @throws StoreUnavailable when it is not known of all whether they are stored
   */
  List<Message> insert(List<Entry> entries) {
    List<Message> answers = new ArrayList<>(entries.stream().map(Entry::message).toList());
    Map<Integer, Message> earlier = clientIds.keep(answers);
    earlier.forEach(answers::set);
    List<Integer> open =
        IntStream.range(0, entries.size())
            .filter(n -> !earlier.containsKey(n))
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    int inVain = 0;
    while (!open.isEmpty()) {
      int before = open.size();
      write(entries, open, answers);
      inVain = open.size() < before ? 0 : inVain + 1;
      if (inVain == MOST_IN_VAIN) {
        throw new StoreUnavailable("add messages: too many replicas write to one chat", null);
      }
      if (inVain > 1) {
        Commands.waitAfter(inVain);
      }
    }
    return answers;
  }

  /** Writes what is open up to the first that is refused, and takes it from the list. */
  private void write(List<Entry> entries, List<Integer> open, List<Message> answers) {
    Set<UUID> chats = open.stream().map(n -> entries.get(n).chat()).collect(Collectors.toSet());
    Map<UUID, Tail> tails = newest.of(chats);
    List<Tail> places = new ArrayList<>();
    List<Document> documents = new ArrayList<>();
    for (int n : open) {
      Entry entry = entries.get(n);
      Tail place = tails.get(entry.chat()).next(entry.message(), clock.instant());
      tails.put(entry.chat(), place);
      places.add(place);
      documents.add(MessageDocument.of(entry.message(), place, entry.events()));
    }
    int written = insertUpToAnError(documents, chats);
    places.subList(0, written).forEach(newest::remember);
    tellChats(places.subList(0, written));
    open.subList(0, written).clear();
    if (written < documents.size()) {
      resolve(entries, open, answers);
    }
  }

  /** In order, so that no place is taken before the one in front of it. */
  private int insertUpToAnError(List<Document> documents, Set<UUID> chats) {
    try {
      collections.message().insertMany(documents, new InsertManyOptions().ordered(true));
      return documents.size();
    } catch (MongoBulkWriteException e) {
      newest.forget(chats);
      if (e.getWriteErrors().size() != 1 || e.getWriteConcernError() != null) {
        throw e;
      }
      BulkWriteError error = e.getWriteErrors().get(0);
      if (!Commands.isDuplicateKey(error.getCode()) && !Commands.isThrottled(error.getCode())) {
        throw e;
      }
      return error.getIndex();
    } catch (MongoException e) {
      newest.forget(chats);
      throw e;
    }
  }

  /** The first that is open was refused: it is a repeat, or somebody else has its place. */
  private void resolve(List<Entry> entries, List<Integer> open, List<Message> answers) {
    Entry refused = entries.get(open.get(0));
    Optional<Message> first =
        Optional.of(refused.message())
            .filter(message -> message.clientMessageId() != null)
            .flatMap(message -> clientIds.inChat(refused.chat(), message));
    if (first.isPresent()) {
      answers.set(open.remove(0), first.get());
    } else {
      newest.reread(refused.chat());
    }
  }

  /** What cannot be told now the relay tells before it forgets the events. */
  private void tellChats(List<Tail> places) {
    try {
      toldChats.tell(places);
    } catch (MongoException e) {
      LOG.log(Level.WARNING, e, () -> "Messages are stored, their chats' lists follow");
    }
  }
}
