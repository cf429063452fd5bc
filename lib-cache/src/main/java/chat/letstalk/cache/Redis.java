package chat.letstalk.cache;

import chat.letstalk.cache.RedisClients.Connected;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Redis, which may be away at any time, the start included: then it says so at once instead of
 * keeping anybody waiting, and a thread of its own looks for it until it is back. Thread-safe.
 */
public final class Redis implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Redis.class.getName());

  /** Looks for Redis longer than a request would: it may have to connect. */
  private static final Duration LOOK_WITHIN = Duration.ofSeconds(3);

  /** After so many looks in vain the connection is given up: its other end may be gone silently. */
  private static final int LOOKS_A_CONNECTION = 5;

  private final RedisSettings settings;
  private final RedisClients clients;
  private final RedisWatch watch;
  private volatile Connected connected;
  private volatile String problem = "it has not answered yet";

  Redis(RedisSettings settings) {
    this.settings = settings;
    this.clients = new RedisClients(settings);
    this.watch = new RedisWatch(this::look);
  }

  /** A key, as all programs know it that share the prefix. */
  public String key(String name) {
    return settings.prefix() + name;
  }

  /** What is wrong with Redis; empty while it answers. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /**
   * Asks something and waits for the answer, for as long as {@code letstalk.redis.timeout} says.
   *
   * @param question gives commands; must not wait for them
   * @return the answer, null where Redis has none
   * @throws RedisAway when there is no answer; what was asked may have been done all the same
   */
  public <T> T ask(
      Function<RedisClusterAsyncCommands<String, String>, ? extends CompletionStage<T>> question) {
    Connected now = connected;
    String reason = problem;
    if (reason != null || now == null) {
      throw new RedisAway("Redis is away: " + reason, null);
    }
    try {
      return answer(question.apply(now.commands()), settings.timeout());
    } catch (RedisAway e) {
      away(e);
      throw e;
    } catch (RuntimeException e) {
      RedisAway failure = refusal(e);
      away(failure);
      throw failure;
    }
  }

  /**
   * Has Redis run a script, which nothing else comes between.
   *
   * @param keys all that it touches; in a cluster they must lie on one node
   * @throws RedisAway as {@link #ask} does
   */
  public <T> T run(String script, ScriptOutputType answer, List<String> keys, String... values) {
    return ask(commands -> commands.<T>eval(script, answer, keys.toArray(String[]::new), values));
  }

  private static <T> T answer(CompletionStage<T> asked, Duration within) {
    CompletableFuture<T> answer = asked.toCompletableFuture();
    try {
      return answer.get(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | CancellationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw refusal(cause);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new RedisAway("Redis did not answer within " + within, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      throw new RedisAway("Interrupted while waiting for Redis", e);
    }
  }

  /** A connection that TLS ends has no message, only causes that have one. */
  private static RedisAway refusal(Throwable cause) {
    String words = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return new RedisAway("Redis refuses" + words, cause);
  }

  private void away(RedisAway why) {
    if (why.getCause() instanceof InterruptedException) {
      return;
    }
    if (problem == null) {
      LOG.log(Level.WARNING, () -> "%s (%s)".formatted(why.getMessage(), settings));
    }
    problem = String.valueOf(why.getMessage());
    watch.lookSoon();
  }

  /** Of the watching thread alone. */
  private boolean look(int failures) {
    try {
      if (failures > 0 && failures % LOOKS_A_CONNECTION == 0) {
        disconnect();
      }
      Connected now = connected;
      if (now == null) {
        now = answer(clients.connect(), LOOK_WITHIN);
        connected = now;
      }
      var unused = answer(now.commands().ping(), LOOK_WITHIN);
      if (problem != null) {
        LOG.info(() -> "Redis answers (%s)".formatted(settings));
      }
      problem = null;
      return true;
    } catch (RuntimeException e) {
      if (problem == null || failures == 0) {
        LOG.log(Level.WARNING, () -> "Redis is away: %s (%s)".formatted(reason(e), settings));
      }
      problem = reason(e);
      return false;
    }
  }

  private static String reason(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    String message = String.valueOf(failure.getMessage());
    boolean saysAll = last.getMessage() == null || message.contains(last.getMessage());
    return saysAll ? message : message + ": " + last.getMessage();
  }

  private void disconnect() {
    Connected old = connected;
    connected = null;
    if (old != null) {
      var unused = old.connection().closeAsync();
    }
  }

  /** Where it is, without secrets. */
  @Override
  public String toString() {
    return settings.toString();
  }

  @Override
  public void close() {
    watch.close();
    problem = "the application has been stopped";
    clients.close();
  }
}
