package chat.letstalk.bench.history;

import chat.letstalk.stack.Choice;
import chat.letstalk.stack.RunningStack;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;

/**
 * Makes a chat long by writing to the store directly, as to send a million messages takes too long.
 * Each is a copy of the chat's newest message, which was really sent: whatever the store keeps of a
 * message is kept of it. Nobody may write in the chat meanwhile.
 */
public interface LongChat {

  /** In the stack's own store, whichever that is. */
  static LongChat in(RunningStack stack) {
    return stack.chosen(Choice.STORE).equals("mongodb")
        ? new MongoDbLongChat(stack.mongoDbUrl(), stack.mongoDbDatabase())
        : new MySqlLongChat(stack.databaseUrl(), stack.databaseUser(), stack.databasePassword());
  }

  /**
   * Adds messages up to a place, the first being 1.
   *
   * @param chat which has a message
   * @param last the place of the last one
   * @param text what is written at a place; without anything that HTML escapes
   * @param progress hears the places that have been reached
   * @throws chat.letstalk.bench.BenchException when the store refuses
   */
  void fill(String chat, int last, LongFunction<String> text, IntConsumer progress);
}
