package chat.letstalk.notification.connection;

import java.util.ArrayDeque;

/**
 * What waits to be sent to one client: one bounded queue and one writer. A record goes out at once
 * when nothing is under way; otherwise it waits, and the end of a send starts the next with all
 * that waits by then, joined in one frame. An idle queue holds no memory but itself.
 */
final class OutboundQueue {

  private enum Send {
    NONE,
    STARTING,
    UNDER_WAY,
    DONE_WHILE_STARTING
  }

  private final Transport transport;
  private final Runnable whenDrained;
  private final int maxRecords;
  private final int maxLength;

  private ArrayDeque<String> waiting;
  private int waitingLength;
  private Send send = Send.NONE;
  private boolean ending;
  private long lastStart = System.nanoTime();

  /**
   * @param whenDrained called once, after {@link #end}, when all has been sent or sending has
   *     failed
   * @param maxRecords how many records may wait
   * @param maxLength how many characters may wait
   */
  OutboundQueue(Transport transport, Runnable whenDrained, int maxRecords, int maxLength) {
    this.transport = transport;
    this.whenDrained = whenDrained;
    this.maxRecords = maxRecords;
    this.maxLength = maxLength;
  }

  /**
   * Takes a record to be sent; after the end, records are dropped.
   *
   * @return false when the queue is full, and the client thereby too slow
   */
  boolean offer(String record) {
    synchronized (this) {
      if (ending) {
        return true;
      }
      if (!add(record)) {
        return false;
      }
      if (send != Send.NONE) {
        return true;
      }
      send = Send.STARTING;
    }
    write();
    return true;
  }

  /** Sends what waits and then this record, and ends; a second call changes nothing. */
  void end(String lastRecord) {
    synchronized (this) {
      if (ending) {
        return;
      }
      if (lastRecord != null) {
        queue().add(lastRecord);
      }
      ending = true;
      if (send != Send.NONE) {
        return;
      }
      send = Send.STARTING;
    }
    write();
  }

  /** As {@link #end}, but forgets what waits: the client is too slow to be told all of it. */
  void cutOff(String lastRecord) {
    synchronized (this) {
      if (!ending) {
        waiting = null;
        waitingLength = 0;
      }
    }
    end(lastRecord);
  }

  /** How much more may wait. */
  synchronized Room room() {
    return new Room(maxRecords - depth(), maxLength - waitingLength);
  }

  synchronized int depth() {
    return waiting == null ? 0 : waiting.size();
  }

  /** When the last frame was begun, on the clock of {@link System#nanoTime}. */
  synchronized long lastStart() {
    return lastStart;
  }

  synchronized boolean isSending() {
    return send != Send.NONE;
  }

  private boolean add(String record) {
    if (depth() >= maxRecords || waitingLength + record.length() > maxLength) {
      return false;
    }
    queue().add(record);
    waitingLength += record.length();
    return true;
  }

  private ArrayDeque<String> queue() {
    if (waiting == null) {
      waiting = new ArrayDeque<>(2);
    }
    return waiting;
  }

  /** Sends frame after frame for as long as sends end before they return. */
  private void write() {
    String frame;
    while ((frame = nextFrame()) != null) {
      transport.send(frame, this::sent);
      synchronized (this) {
        if (send == Send.STARTING) {
          send = Send.UNDER_WAY;
          return;
        }
      }
    }
  }

  private void sent(Throwable failure) {
    synchronized (this) {
      if (failure != null) {
        waiting = null;
        waitingLength = 0;
        ending = true;
      }
      if (send == Send.STARTING) {
        send = Send.DONE_WHILE_STARTING;
        return;
      }
    }
    write();
  }

  private String nextFrame() {
    synchronized (this) {
      if (waiting != null) {
        send = Send.STARTING;
        lastStart = System.nanoTime();
        return join();
      }
      send = Send.NONE;
      if (!ending) {
        return null;
      }
    }
    whenDrained.run();
    return null;
  }

  private String join() {
    String frame = FrameJoiner.join(waiting);
    waitingLength -= frame.length();
    if (waiting.isEmpty()) {
      waiting = null;
      waitingLength = 0;
    }
    return frame;
  }
}
