package chat.letstalk.notification.connection;

import chat.letstalk.notification.hub.HubProtocol;
import chat.letstalk.notification.identity.Identity;
import java.nio.ByteBuffer;

/**
 * One client's connection: who is there, how far it has come, and the records that wait for it.
 * Frames come one after the other; everything else may come from any thread.
 */
public final class HubConnection {

  /** How long a client may take to read the reason why its connection ends. */
  private static final long GOODBYE_NANOS = 2_000_000_000L;

  private final Hub hub;
  private final Transport transport;
  private final boolean negotiated;
  private final OutboundQueue outbound;
  private final Inbound inbound;
  private final long openedAt = System.nanoTime();

  private volatile long lastHeard = openedAt;
  private volatile boolean shaken;
  private volatile boolean refused;
  private volatile Identity identity;
  private Identity admitted;
  private boolean gone;
  private long endingSince;

  HubConnection(Hub hub, Transport transport, boolean negotiated) {
    this.hub = hub;
    this.transport = transport;
    this.negotiated = negotiated;
    HubLimits limits = hub.limits();
    outbound =
        new OutboundQueue(
            transport, this::hangUp, limits.maxQueuedRecords(), limits.maxQueuedLength());
    inbound = new Inbound(this, hub, openedAt);
  }

  /** Takes a text frame of the client. */
  void receive(String frame) {
    lastHeard = System.nanoTime();
    inbound.take(frame);
  }

  /** Takes a binary frame of the client. */
  void receive(ByteBuffer frame) {
    lastHeard = System.nanoTime();
    inbound.take(frame);
  }

  /** Answers a good handshake. */
  void shakeHands() {
    outbound.offer(HubProtocol.HANDSHAKE_ACCEPTED);
    shaken = true;
    joinOnceReady();
  }

  /** Queues a record; a client that does not keep up is cut off. */
  public void offer(String record) {
    if (!outbound.offer(record)) {
      cutOff();
    }
  }

  /** Forgets what waits for a client that is too slow, and lets it come back and catch up. */
  void cutOff() {
    if (markEnding()) {
      hub.meter().cutOff();
    }
    hub.leave(this);
    outbound.cutOff(HubProtocol.TOO_SLOW);
  }

  /** Tells who is there, before or after the handshake; the connection joins after both. */
  void admit(Identity who) {
    synchronized (this) {
      admitted = who;
    }
    joinOnceReady();
  }

  private void joinOnceReady() {
    Identity who;
    synchronized (this) {
      if (!shaken || admitted == null) {
        return;
      }
      who = admitted;
      admitted = null;
    }
    hub.audience().join(this, who, Since.NOW, resumed -> {});
  }

  /** The token was none of ours: the connection stays, deaf, until its deadline. */
  void refuse() {
    hub.meter().refused("token");
    refused = true;
  }

  /**
   * Takes the account whose events the connection hears from now on.
   *
   * @return false when the connection has ended meanwhile
   */
  public synchronized boolean identify(Identity who) {
    if (!isOpen()) {
      return false;
    }
    identity = who;
    return true;
  }

  /** Who is there; null until that is known. */
  public Identity identity() {
    return identity;
  }

  /**
   * Whether the client negotiated, as Microsoft's clients do and the single-page client does not.
   */
  boolean negotiated() {
    return negotiated;
  }

  public int depth() {
    return outbound.depth();
  }

  public Room room() {
    return outbound.room();
  }

  /** Sends what waits, then this record if there is one, and closes. */
  public void end(String lastRecord) {
    markEnding();
    hub.leave(this);
    outbound.end(lastRecord);
  }

  private synchronized boolean markEnding() {
    if (endingSince != 0 || gone) {
      return false;
    }
    endingSince = System.nanoTime();
    return true;
  }

  /** Whether it can still be sent to. */
  public synchronized boolean isOpen() {
    return !gone && endingSince == 0;
  }

  /** The connection is no more, whoever ended it. */
  void closed() {
    synchronized (this) {
      gone = true;
    }
    hub.forget(this);
    outbound.cutOff(null);
  }

  /** Closes without a further word. */
  void hangUp() {
    synchronized (this) {
      if (gone) {
        return;
      }
      gone = true;
    }
    hub.hangUp(this, transport);
  }

  boolean isShaken() {
    return shaken;
  }

  /** Whether it has presented a token that was none of ours. */
  boolean isRefused() {
    return refused;
  }

  long ageAt(long now) {
    return now - openedAt;
  }

  long silenceAt(long now) {
    return now - lastHeard;
  }

  /** How long ago the last frame to the client was begun. */
  long quietAt(long now) {
    return now - outbound.lastStart();
  }

  boolean isSending() {
    return outbound.isSending();
  }

  /** Whether its end was decided so long ago that the last word will not arrive any more. */
  synchronized boolean isStuckAt(long now) {
    return !gone && endingSince != 0 && now - endingSince > GOODBYE_NANOS;
  }
}
