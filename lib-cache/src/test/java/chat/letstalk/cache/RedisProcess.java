package chat.letstalk.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.function.UnaryOperator;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A real Redis on this machine, which can be killed and comes back empty. */
public final class RedisProcess implements AutoCloseable {

  private final int port;
  private final UnaryOperator<RedisServerBuilder> settings;
  private RedisServer server;

  private RedisProcess(int port, UnaryOperator<RedisServerBuilder> settings) {
    this.port = port;
    this.settings = settings;
  }

  /** On a free port of 127.0.0.1. */
  public static RedisProcess start() {
    return start(builder -> builder);
  }

  static RedisProcess start(UnaryOperator<RedisServerBuilder> settings) {
    RedisProcess process = new RedisProcess(freePort(), settings);
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

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
