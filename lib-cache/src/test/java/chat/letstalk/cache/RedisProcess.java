package chat.letstalk.cache;

import chat.letstalk.stack.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A real Redis on this machine, which can be killed and comes back empty. */
public final class RedisProcess implements AutoCloseable {

  private final int port;
  private final UnaryOperator<RedisServerBuilder> settings;
  private RedisServer server;
  private long pid;

  private RedisProcess(int port, UnaryOperator<RedisServerBuilder> settings) {
    this.port = port;
    this.settings = settings;
  }

  /** On a free port of 127.0.0.1. */
  public static RedisProcess start() {
    return start(builder -> builder);
  }

  static RedisProcess start(UnaryOperator<RedisServerBuilder> settings) {
    RedisProcess process = new RedisProcess(FreePorts.one(), settings);
    process.startAgain();
    return process;
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  /** Starts it on the same port. */
  public void startAgain() {
    try {
      RedisServerBuilder builder =
          RedisServer.newRedisServer()
              .port(port)
              .bind("127.0.0.1")
              .setting("save \"\"")
              .setting("appendonly no");
      server = settings.apply(builder).build();
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void kill() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long pidOf() {
    try (Jedis asking = new Jedis("127.0.0.1", port)) {
      return asking
          .info("server")
          .lines()
          .filter(line -> line.startsWith("process_id:"))
          .mapToLong(line -> Long.parseLong(line.substring("process_id:".length()).strip()))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Holds it, so that it does not answer and forgets nothing. */
  void pause() {
    signal("-STOP");
  }

  void resume() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      pid = pid == 0 ? pidOf() : pid;
      String id = String.valueOf(pid);
      new ProcessBuilder("kill", signal, id).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
