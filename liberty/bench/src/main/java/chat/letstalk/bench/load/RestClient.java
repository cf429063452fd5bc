package chat.letstalk.bench.load;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Calls the REST API over a few connections that stay open, one request at a time on each. What
 * finds none free waits in line. Thread-safe: all of it happens on the wire's thread.
 */
public final class RestClient implements AutoCloseable {

  private final Wire wire;
  private final URI base;
  private final int maxConnections;
  private final Deque<RestConnection> free = new ArrayDeque<>();
  private final Deque<Exchange> waiting = new ArrayDeque<>();
  private int connections;

  /**
   * A client that connects when it has to.
   *
   * @param maxConnections how many requests can be under way at once
   */
  public RestClient(Wire wire, URI base, int maxConnections) {
    this.wire = wire;
    this.base = base;
    this.maxConnections = maxConnections;
  }

  /**
   * Sends a request.
   *
   * @return the body of the answer; fails with {@link RefusedException} unless that is a 200
   */
  public CompletableFuture<String> send(RestCall call) {
    Exchange exchange = new Exchange(call, new CompletableFuture<>());
    if (wire.loop().inEventLoop()) {
      begin(exchange);
    } else {
      wire.loop().execute(() -> begin(exchange));
    }
    return exchange.answer();
  }

  private void begin(Exchange exchange) {
    RestConnection connection = free.poll();
    if (connection != null) {
      connection.send(exchange);
      return;
    }
    waiting.add(exchange);
    if (connections < maxConnections) {
      connections++;
      connect();
    }
  }

  private void connect() {
    RestConnection connection = new RestConnection(this, base.getAuthority());
    ChannelFuture connected = wire.connect(base, connection.pipeline());
    connected.addListener(
        done -> {
          if (!done.isSuccess()) {
            connections--;
            failNext(done.cause());
          }
        });
  }

  private void failNext(Throwable cause) {
    Exchange exchange = waiting.poll();
    if (exchange != null) {
      exchange.answer().completeExceptionally(cause);
    }
  }

  void isFree(RestConnection connection) {
    Exchange next = waiting.poll();
    if (next == null) {
      free.add(connection);
    } else {
      connection.send(next);
    }
  }

  void isGone(RestConnection connection) {
    connections--;
    free.remove(connection);
    if (!waiting.isEmpty() && connections == 0) {
      failNext(new IOException("The server has closed all connections."));
    }
  }

  /** Closes the connections on which nothing is under way. */
  @Override
  public void close() {
    wire.loop().execute(() -> List.copyOf(free).forEach(RestConnection::close));
  }

  /** A request and who waits for its answer. */
  record Exchange(RestCall call, CompletableFuture<String> answer) {

    void write(Channel channel, String host) {
      channel
          .writeAndFlush(call.toHttp(host))
          .addListener(
              written -> {
                if (!written.isSuccess()) {
                  answer.completeExceptionally(written.cause());
                }
              });
    }
  }
}
