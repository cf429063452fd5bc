package chat.letstalk.notification.connection;

import chat.letstalk.notification.hub.ClientRecord;
import chat.letstalk.notification.hub.HubProtocol;
import chat.letstalk.notification.hub.HubViolation;
import chat.letstalk.notification.hub.RecordSplitter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What one client says: the handshake, then its calls, within the limits. Not thread-safe: frames
 * come one after the other.
 */
final class Inbound {

  private final HubConnection connection;
  private final Hub hub;
  private final RecordSplitter splitter;
  private final CallAllowance allowance;

  Inbound(HubConnection connection, Hub hub, long now) {
    this.connection = connection;
    this.hub = hub;
    HubLimits limits = hub.limits();
    splitter = new RecordSplitter(limits.maxRecordLength());
    allowance = new CallAllowance(limits.invocationsPerSecond(), limits.invocationsBurst(), now);
  }

  void take(String frame) {
    try {
      for (String record : splitter.split(frame)) {
        if (!connection.isOpen()) {
          return;
        }
        takeRecord(record);
      }
    } catch (HubViolation violation) {
      refuse(violation.getMessage());
    }
  }

  /** Microsoft's Java client says everything in binary frames, the text of the protocol too. */
  void take(ByteBuffer frame) {
    try {
      take(StandardCharsets.UTF_8.newDecoder().decode(frame).toString());
    } catch (CharacterCodingException e) {
      refuse("Frame is not UTF-8");
    }
  }

  private void refuse(String reason) {
    boolean shaken = connection.isShaken();
    hub.meter().refused(shaken ? "violation" : "handshake");
    connection.end(
        shaken ? HubProtocol.closeForGood(reason) : HubProtocol.handshakeRefused(reason));
  }

  private void takeRecord(String record) throws HubViolation {
    if (!connection.isShaken()) {
      hub.reader().readHandshake(record);
      connection.shakeHands();
      return;
    }
    ClientRecord said = hub.reader().read(record);
    if (said instanceof ClientRecord.Ping) {
      return;
    }
    if (!allowance.take(System.nanoTime())) {
      hub.meter().refused("calls");
      connection.end(HubProtocol.closeAndComeBack("Too many calls"));
    } else if (said instanceof ClientRecord.Invocation call) {
      hub.calls().answer(connection, call);
    } else if (said instanceof ClientRecord.Close) {
      connection.end(null);
    }
  }
}
