package chat.letstalk.notification.push;

import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.notification.connection.Audience;
import chat.letstalk.notification.connection.ConnectionRegistry;
import chat.letstalk.notification.connection.HubConnection;
import chat.letstalk.notification.connection.HubMeter;
import chat.letstalk.notification.connection.Room;
import chat.letstalk.notification.connection.Since;
import chat.letstalk.notification.hub.HubProtocol;
import chat.letstalk.notification.identity.Identity;
import chat.letstalk.notification.push.ReplayBuffer.Missed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Pushes an event to every connection of every recipient, at least once and in order, and lets
 * clients that were away catch up. One event at a time; nothing here waits for a client.
 */
public final class PushNotification implements Audience {

  private final Object order = new Object();
  private final ConnectionRegistry registry;
  private final HubMeter meter;
  private final CatchUp catchUp;
  private final Clock clock;
  private final ReplayBuffer recent;

  /**
   * @param replayWindow how far back a client can catch up
   * @param rereads whether a fresh replica reads that window again
   * @param maxReplayLength characters of all events that are kept for that
   */
  public PushNotification(
      ConnectionRegistry registry,
      HubMeter meter,
      CatchUp catchUp,
      Clock clock,
      Duration replayWindow,
      boolean rereads,
      long maxReplayLength) {
    this.registry = registry;
    this.meter = meter;
    this.catchUp = catchUp;
    this.clock = clock;
    this.recent = new ReplayBuffer(clock, replayWindow, rereads, maxReplayLength);
  }

  /**
   * Pushes; a repeat of a recent event is dropped.
   *
   * @throws IllegalArgumentException for something that is no complete event
   */
  public void push(NotificationEvent event) {
    PushRecord record = PushRecord.of(event, clock.millis());
    int connections;
    synchronized (order) {
      if (!recent.add(record)) {
        return;
      }
      connections = fanOut(record);
    }
    catchUp.arrived(event.occurredAt());
    meter.pushed(connections, Math.max(0, clock.millis() - event.occurredAt()));
  }

  private int fanOut(PushRecord record) {
    String forOthers = record.forOthers();
    int connections = 0;
    for (String account : record.recipients()) {
      HubConnection[] listening = registry.of(account);
      if (listening.length > 0) {
        String text = record.isOf(account) ? record.forAuthor() : forOthers;
        for (HubConnection connection : listening) {
          connection.offer(text);
        }
        connections += listening.length;
      }
    }
    return connections;
  }

  @Override
  public void join(
      HubConnection connection, Identity identity, Since since, Consumer<Boolean> answer) {
    HubConnection displaced;
    synchronized (order) {
      Identity before = connection.identity();
      if (!connection.identify(identity)) {
        return;
      }
      if (before != null && !before.accountId().equals(identity.accountId())) {
        registry.unregister(before.accountId(), connection);
      }
      boolean returns = before == null && since.equals(Since.NOW) && catchUp.isJustBack();
      replay(connection, identity.accountId(), returns ? Since.WINDOW : since, answer);
      displaced = registry.register(identity.accountId(), connection);
      if (!connection.isOpen()) {
        registry.unregister(identity.accountId(), connection);
      }
    }
    if (displaced != null) {
      displaced.end(HubProtocol.closeForGood("Too many connections"));
    }
  }

  private void replay(
      HubConnection connection, String account, Since since, Consumer<Boolean> answer) {
    Missed missed = recent.since(account, since);
    List<String> texts = missed.records().stream().map(r -> r.forAccount(account)).toList();
    Room room = connection.room();
    int fitting = newestThatFit(texts, room.records() / 2, room.length() / 2);
    boolean complete = missed.complete() && fitting == texts.size();
    answer.accept(complete);
    if (complete || since.window()) {
      texts.subList(texts.size() - fitting, texts.size()).forEach(connection::offer);
    }
  }

  /** A replay must leave room for what happens meanwhile, or it would cut its own client off. */
  private static int newestThatFit(List<String> texts, int maxRecords, int maxLength) {
    int fitting = 0;
    int length = 0;
    while (fitting < texts.size() && fitting < maxRecords) {
      length += texts.get(texts.size() - 1 - fitting).length();
      if (length > maxLength) {
        break;
      }
      fitting++;
    }
    return fitting;
  }
}
