package chat.letstalk.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A client that stays connected as the single-page client does: after a close it tries again every
 * so often, calls AuthorizeAsync with the next invocation id, and drops repeats by message id.
 */
final class Follower implements AutoCloseable {

  private final Stack stack;
  private final Person person;
  private final List<HubConnection> connections = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Future<?> retries;
  private int invocations;

  Follower(Stack stack, Person person) {
    this.stack = stack;
    this.person = person;
    this.retries = thread.scheduleWithFixedDelay(this::staysConnected, 0, 1, TimeUnit.SECONDS);
  }

  private void staysConnected() {
    if (isConnected()) {
      return;
    }
    try {
      HubConnection connection = HubConnection.opensTo(stack.hub());
      connections.add(connection);
      connection.shakesHands();
      connection.authorizes(person.token(), String.valueOf(invocations++));
    } catch (CompletionException | IllegalStateException | ConditionTimeoutException e) {
      if (!connections.isEmpty()) {
        connections.get(connections.size() - 1).breaks();
      }
    }
  }

  private boolean isConnected() {
    return !connections.isEmpty() && !connections.get(connections.size() - 1).isClosed();
  }

  boolean isListening() {
    return isConnected() && invocations > 0;
  }

  /** What the person saw of a chat, in order: the ids of the messages, each once. */
  List<String> sawOf(String chat) {
    Map<String, Push> seen = new LinkedHashMap<>();
    for (HubConnection connection : connections) {
      for (Push push : connection.pushes()) {
        if (chat.equals(push.chatId())) {
          seen.putIfAbsent(push.id(), push);
        }
      }
    }
    return new ArrayList<>(seen.keySet());
  }

  @Override
  public void close() {
    retries.cancel(false);
    thread.shutdownNow();
    connections.forEach(HubConnection::breaks);
  }
}
