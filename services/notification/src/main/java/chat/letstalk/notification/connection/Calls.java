package chat.letstalk.notification.connection;

import chat.letstalk.notification.hub.ClientRecord.Invocation;
import chat.letstalk.notification.hub.HubProtocol;
import chat.letstalk.notification.identity.IdentityUnknowable;
import chat.letstalk.notification.identity.TokenCheck;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What clients can call: {@code AuthorizeAsync(token[, lastEventId])}. */
final class Calls {

  private static final Logger LOG = Logger.getLogger(Calls.class.getName());
  private static final String AUTHORIZE = "AuthorizeAsync";

  private final TokenCheck tokens;
  private final Audience audience;
  private final Executor offTheNetwork;

  /**
   * @param offTheNetwork runs what waits for other services, off the threads that read frames;
   *     rejects what is too much
   */
  Calls(TokenCheck tokens, Audience audience, Executor offTheNetwork) {
    this.tokens = tokens;
    this.audience = audience;
    this.offTheNetwork = offTheNetwork;
  }

  void answer(HubConnection caller, Invocation call) {
    if (call.streaming() || !AUTHORIZE.equals(call.target())) {
      fail(caller, call, "Unknown method");
      return;
    }
    String token = text(call, 0);
    if (token == null || call.arguments().size() > 2) {
      fail(caller, call, AUTHORIZE + " takes a token and, optionally, the id of the last event");
      return;
    }
    run(caller, () -> authorize(caller, call, token));
  }

  /** Checks a token that came with the opening; one that is none of ours is ignored here. */
  void admit(HubConnection caller, String token) {
    run(caller, () -> tokens.identityOf(token).ifPresentOrElse(caller::admit, caller::refuse));
  }

  private void authorize(HubConnection caller, Invocation call, String token)
      throws IdentityUnknowable {
    var identity = tokens.identityOf(token);
    if (identity.isEmpty()) {
      caller.refuse();
      complete(caller, call, "null");
      return;
    }
    String lastEvent = text(call, 1);
    Since since = since(caller, call, lastEvent);
    audience.join(
        caller,
        identity.get(),
        since,
        resumed ->
            complete(caller, call, lastEvent == null ? "null" : "{\"resumed\":" + resumed + "}"));
  }

  /**
   * The single-page client tells no event id, but its invocation ids keep counting: whoever does
   * not start at 0 has been here before and may have missed something.
   */
  private static Since since(HubConnection caller, Invocation call, String lastEvent) {
    if (lastEvent != null) {
      return Since.after(lastEvent);
    }
    boolean first = call.invocationId() == null || "0".equals(call.invocationId());
    return first || caller.negotiated() || caller.identity() != null ? Since.NOW : Since.WINDOW;
  }

  private void run(HubConnection caller, Check check) {
    try {
      offTheNetwork.execute(
          () -> {
            try {
              check.run();
            } catch (IdentityUnknowable e) {
              LOG.log(Level.FINE, e, () -> "A client is asked to come back");
              caller.end(HubProtocol.CLOSE_AND_COME_BACK);
            } catch (RuntimeException e) {
              // Without an answer the client would stay, deaf, for ever.
              LOG.log(Level.WARNING, e, () -> "A call failed; its client is asked to come back");
              caller.end(HubProtocol.CLOSE_AND_COME_BACK);
            }
          });
    } catch (RejectedExecutionException e) {
      caller.end(HubProtocol.CLOSE_AND_COME_BACK);
    }
  }

  private static void complete(HubConnection caller, Invocation call, String result) {
    if (call.invocationId() != null) {
      caller.offer(HubProtocol.completion(call.invocationId(), result));
    }
  }

  private static void fail(HubConnection caller, Invocation call, String error) {
    if (call.invocationId() != null) {
      caller.offer(HubProtocol.failure(call.invocationId(), error));
    }
  }

  private static String text(Invocation call, int argument) {
    return Optional.of(call.arguments())
        .filter(arguments -> arguments.size() > argument)
        .map(arguments -> arguments.get(argument))
        .filter(value -> value.getValueType() == JsonValue.ValueType.STRING)
        .map(value -> ((JsonString) value).getString())
        .filter(text -> !text.isEmpty())
        .orElse(null);
  }

  private interface Check {
    void run() throws IdentityUnknowable;
  }
}
