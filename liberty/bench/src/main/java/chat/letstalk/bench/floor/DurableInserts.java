package chat.letstalk.bench.floor;

import chat.letstalk.bench.load.Operation;
import chat.letstalk.stack.Choice;
import chat.letstalk.stack.RunningStack;

/**
 * The floor of whatever is stored: one text of a message's size, stored by itself and durably, in
 * the database that the stack runs on. To be closed, which removes what was stored.
 */
public interface DurableInserts extends Operation, AutoCloseable {

  /**
   * Into the stack's own database, whichever that is.
   *
   * @param concurrency how many inserts can be under way
   * @param text what is stored
   */
  static DurableInserts on(RunningStack stack, int concurrency, String text) {
    return stack.chosen(Choice.STORE).equals("mongodb")
        ? MongoDbInserts.on(stack.mongoDbUrl(), concurrency, text)
        : MySqlInserts.on(stack, concurrency, text);
  }

  /** What is done, as it stands beside a figure. */
  String name();

  /** The name and version by which the database introduces itself. */
  String database();

  @Override
  void close();
}
